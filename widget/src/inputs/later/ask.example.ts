import type { Question } from '@bantam/schema'
import { fireEvent, within } from '@testing-library/preact'
import { formOf } from '../../form.example.ts'
import { createMemoryTransport, mount, type Transport } from '../../index.ts'
import { createMemoryStorage } from '../../storage.ts'

/** Asks one question in a widget of its own; resolves once its input has come. */
export const ask = async (
  question: Question,
  {
    storage = createMemoryStorage(),
    upload,
  }: { storage?: ReturnType<typeof createMemoryStorage>; upload?: Transport['upload'] } = {},
) => {
  const definition = formOf([question])
  const transport = createMemoryTransport(definition)
  const leave = mount(document.body, {
    definition,
    transport: { ...transport, ...(upload && { upload }) },
    storage,
    mode: 'inline',
  })
  const stage = document.body.lastElementChild?.shadowRoot?.firstElementChild
  if (!(stage instanceof HTMLElement)) throw new Error('nothing was mounted')
  const screen = within(stage)
  await screen.findByRole('button', { name: 'Submit' })
  await expectGone(stage, '.waiting')
  return {
    leave,
    screen,
    stage,
    submit: () => fireEvent.click(screen.getByRole('button', { name: 'Submit' })),
    /** The value that was sent for the question, once it was. */
    async sent() {
      await screen.findByRole('heading', { name: 'Thank you' })
      return transport.sent[0]?.answers[0]?.value
    },
  }
}

const expectGone = async (stage: HTMLElement, selector: string) => {
  while (stage.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 5))
}
