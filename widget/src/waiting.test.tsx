import { expect, test } from 'vitest'
import { formOf, name, size } from './form.example.ts'
import { openVisit, type VisitOptions } from './open-visit.ts'
import { createMemoryStorage } from './storage.ts'
import type { Outcome, Submission } from './transport.ts'

const refused: Outcome = {
  kind: 'refused',
  code: 'invalid-answers',
  errors: [{ path: 'answers.name', code: 'blocked', message: 'Not this one.' }],
}

const received: Outcome = {
  kind: 'received',
  receipt: { submissionId: 's', ending: { id: 'e', kind: 'message', title: 'Thank you' } },
}

/**
 * Two tabs of one browser: the first could not send, and is gone before the server answers `outcomes`. The second one
 * begins with what is `found`: what waits for all tabs, unless it is the first one reloaded.
 */
const comeAgain = (
  outcomes: Outcome[],
  found: 'what waits' | 'what the tab kept' = 'what waits',
) => {
  const sent: { key: string; submission: Submission }[] = []
  const options: VisitOptions = {
    definition: formOf([size, name]),
    version: 3,
    name: 'form',
    storage: createMemoryStorage(),
    outbox: createMemoryStorage(),
    transport: {
      start: async () => ({ conversationId: 'c' }),
      async submit(submission, key) {
        sent.push({ key, submission })
        return outcomes.shift() ?? { kind: 'later' }
      },
    },
  }
  const first = new AbortController()
  const visit = openVisit(options)({ signal: first.signal, onScene: () => {} })
  for (const draft of ['large', 'Ann']) {
    visit.change(draft)
    visit.next()
  }
  first.abort()
  const again = new AbortController()
  const lost = found === 'what waits' ? 'storage' : 'outbox'
  const open = openVisit({ ...options, [lost]: createMemoryStorage() })
  return { sent, again: open({ signal: again.signal, onScene: () => {} }) }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('a tab that has never seen the form sends what an earlier one could not, as it was', async () => {
  const { sent, again } = comeAgain([{ kind: 'later' }])
  expect(again.scene).toEqual({ kind: 'sending' })
  await settle()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('what another tab has sent meanwhile is asked about under its key, and never sent as another', async () => {
  const { sent, again } = comeAgain([{ kind: 'later' }, received], 'what the tab kept')
  expect(again.scene).toEqual({ kind: 'sending' })
  await settle()
  expect(again.scene).toMatchObject({ kind: 'ended', submissionId: 's' })
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('what is refused there is asked again, with all that was answered', async () => {
  const { sent, again } = comeAgain([{ kind: 'later' }, refused])
  await settle()
  expect(again.scene).toMatchObject({
    kind: 'ask',
    question: { id: 'name' },
    draft: 'Ann',
    error: { message: 'Not this one.' },
  })
  again.change('Anna')
  again.next()
  expect(sent[2]).toMatchObject({
    submission: {
      answers: [
        { questionId: 'size', value: 'large' },
        { questionId: 'name', value: 'Anna' },
      ],
    },
  })
  expect(sent[2]?.key).not.toBe(sent[0]?.key)
})

test('nobody can be asked about a form that is gone, and nothing of it waits any longer', async () => {
  const { again } = comeAgain([
    { kind: 'later' },
    { kind: 'refused', code: 'not-found', errors: [] },
  ])
  await settle()
  expect(again.scene).toEqual({ kind: 'failed', isStale: true })
})
