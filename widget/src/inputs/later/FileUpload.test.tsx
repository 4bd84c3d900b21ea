import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { createMemoryStorage } from '../../storage.ts'
import type { Transport, UploadOutcome } from '../../transport.ts'
import { ask } from './ask.example.ts'

const question: QuestionOf<'file'> = {
  id: 'q',
  kind: 'file',
  title: 'A brief?',
  required: true,
  validation: { types: ['pdf'], maxBytes: 1024 },
}

afterEach(() => document.body.replaceChildren())

const field = (stage: HTMLElement) => {
  const found = stage.querySelector<HTMLInputElement>('[type=file]')
  if (!found) throw new Error('there is no field for a file')
  return found
}
const choose = (stage: HTMLElement, bytes = 10) =>
  fireEvent.change(field(stage), {
    target: { files: [new File(['x'.repeat(bytes)], 'brief.pdf', { type: 'application/pdf' })] },
  })

/** An upload that the test settles by hand. */
const byHand = () => {
  let settle: (outcome: UploadOutcome) => void = () => {}
  let signal: AbortSignal | undefined
  const upload: Transport['upload'] = (_, watch) => {
    signal = watch.signal
    watch.onProgress(0.5)
    return new Promise((resolve) => (settle = resolve))
  }
  return {
    upload,
    settle: (outcome: UploadOutcome) => settle(outcome),
    aborted: () => signal?.aborted,
  }
}

test('the file is sent at once and its id becomes the answer', async () => {
  const { screen, stage, submit, sent } = await ask(question)
  expect(screen.getByText('PDF, up to 1 KB')).toBeTruthy()
  choose(stage)
  await screen.findByText('brief.pdf is added.')
  submit()
  expect(await sent()).toMatch(/^[\w-]{22}$/)
})

test('what was sent is still there after a reload', async () => {
  const storage = createMemoryStorage()
  const first = await ask(question, { storage })
  choose(first.stage)
  await first.screen.findByText('brief.pdf is added.')
  first.leave()
  const second = await ask(question, { storage })
  expect(second.screen.getByRole('button', { name: 'Remove brief.pdf' })).toBeTruthy()
  second.submit()
  expect(await second.sent()).toMatch(/^[\w-]{22}$/)
})

test('a file that is too large is not sent at all', async () => {
  const { screen, stage } = await ask(question, { upload: () => Promise.reject(new Error('sent')) })
  choose(stage, 2000)
  expect(
    await screen.findByText('This file is larger than 1 KB. Please choose a smaller one.'),
  ).toBeTruthy()
})

test('going on while the file is under way waits for it', async () => {
  const hand = byHand()
  const optional = { ...question, required: false }
  const { screen, stage, submit, sent } = await ask(optional, { upload: hand.upload })
  choose(stage)
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar', {
    name: 'Sending brief.pdf',
  })
  expect(bar.value).toBe(0.5)
  await new Promise((resolve) => setTimeout(resolve, 20))
  submit()
  await screen.findByText('It goes on as soon as your file is sent.')
  hand.settle({ kind: 'stored', uploadId: 'u'.repeat(22) })
  expect(await sent()).toBe('u'.repeat(22))
})

test('a refusal and a lost network are told in words', async () => {
  const hand = byHand()
  const { screen, stage } = await ask(question, { upload: hand.upload })
  choose(stage)
  hand.settle({ kind: 'refused', code: 'unavailable', message: 'The disk is full.' })
  await screen.findByText('The disk is full.')
  choose(stage)
  hand.settle({ kind: 'refused', code: 'unsupported-media-type', message: 'None of pdf.' })
  await screen.findByText('This file is of another type. We take: PDF.')
  choose(stage)
  hand.settle({ kind: 'unreachable' })
  expect(
    await screen.findByText('The file could not be sent. Check your connection and try again.'),
  ).toBeTruthy()
})

test('removing stops what is under way', async () => {
  const hand = byHand()
  const { screen, stage, submit } = await ask(question, { upload: hand.upload })
  choose(stage)
  fireEvent.click(await screen.findByRole('button', { name: 'Remove brief.pdf' }))
  expect(hand.aborted()).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 20))
  submit()
  expect(await screen.findByText('Please add a file to go on.')).toBeTruthy()
})
