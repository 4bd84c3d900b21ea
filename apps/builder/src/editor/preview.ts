import type { Place } from '@bantam/editing'
import { publicForm } from '@bantam/engine'
import type { Ending, Form } from '@bantam/schema'
import {
  createMemoryTransport,
  mount,
  speechIn,
  type Speech,
  type Storage,
  type Transport,
} from '@bantam/widget'
import { answersLeadingTo } from './sample-answers.ts'

/** Where a preview begins: at the first question, or at one place. */
export type PreviewStart = { part: 'start' } | Place

export interface Preview {
  /** Begins anew at `start`. Returns whether sample answers really lead there. */
  show(form: Form, start: PreviewStart): boolean
  /** Shows the changed form where the preview stands now. */
  update(form: Form): void
  stop(): void
}

interface Standing {
  readonly start: PreviewStart
  /** A question that no sample answers lead to stands alone. */
  readonly isAlone: boolean
}

/**
 * The widget itself in a shadow root, with answers that go nowhere. What it would keep over a reload
 * is kept here, so that it can be mounted again after every keystroke and still stand where it was.
 */
export const createPreview = (root: ShadowRoot, navigate: (url: string) => void): Preview => {
  let leave = () => {}
  let standing: Standing = { start: { part: 'start' }, isAlone: false }
  let kept: unknown = null
  let frozen: unknown = null
  let isReceived = false

  const storage: Storage = {
    read: () => kept,
    write: (_, value) => {
      kept = value ?? null
    },
    names: () => [],
  }
  const outbox: Storage = {
    read: () => frozen,
    write: (_, value) => {
      if (value !== undefined || !isReceived) frozen = value ?? null
    },
    names: (start) => (frozen ? [`${start}preview`] : []),
  }

  const speeches = new Map<string, Speech | undefined>()
  let shown: Form | undefined
  /** The widget's words in the form's language come a moment after the form. */
  const learn = async ({ language }: Form) => {
    if (speeches.has(language)) return
    speeches.set(language, undefined)
    const speech = await speechIn(language)
    speeches.set(language, speech)
    if (speech && shown?.language === language) remount(shown)
  }

  const remount = (form: Form) => {
    shown = form
    void learn(form)
    const { definition, transport } = showing(form, standing)
    const before = leave
    leave = mount(root, {
      definition,
      speech: speeches.get(form.language),
      mode: 'inline',
      storage,
      outbox,
      navigate,
      transport: {
        ...transport,
        async submit(submission, key) {
          const outcome = await transport.submit(submission, key)
          isReceived = outcome.kind === 'received'
          return outcome
        },
      },
    })
    before()
  }

  return {
    show(form, start) {
      const answers = start.part === 'question' ? answersLeadingTo(form, start.id) : []
      standing = { start, isAlone: answers === undefined }
      isReceived = false
      kept = { answers: answers ?? [], drafts: {} }
      frozen =
        start.part === 'ending' ? { key: 'preview', submission: { version: 0, answers: [] } } : null
      remount(form)
      return !standing.isAlone
    },
    update: remount,
    stop() {
      shown = undefined
      leave()
    },
  }
}

const showing = (form: Form, { start, isAlone }: Standing) => {
  const ending = start.part === 'ending' && form.endings.find(({ id }) => id === start.id)
  const shown = isAlone && start.part === 'question' ? alone(form, start.id) : form
  return {
    definition: publicForm(shown),
    transport: ending ? endsOn(ending) : createMemoryTransport(shown),
  }
}

const alone = (form: Form, id: string): Form => ({
  ...form,
  questions: form.questions
    .filter((question) => question.id === id)
    .map(({ showIf: _showIf, jumps: _jumps, ...rest }) => rest),
})

const endsOn = (ending: Ending): Transport => ({
  submit: async () => ({ kind: 'received', receipt: { submissionId: 'preview', ending } }),
})
