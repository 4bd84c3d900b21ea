import type { Form, ProblemDetail } from '@bantam/schema'
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { client, Refusal, Unreachable, type FormDetail } from '../client.ts'
import { createAutosave, type Attempt, type Autosave, type SaveStatus } from './autosave.ts'
import { createEditor, type Editor } from './editor.ts'
import { createDiagnosing, whereaboutsOf, type Diagnosing, type Whereabouts } from './findings.ts'
import type { FormTab } from './form-tab.ts'
import { createProtection, type Protection } from './protection.ts'

/** A form open in the editor: the document, how it is saved, and what is published of it. */
export interface OpenForm {
  readonly id: string
  readonly slug: string
  readonly url: string
  readonly editor: Editor
  readonly autosave: Autosave
  readonly status: ReadonlySignal<SaveStatus>
  readonly publishedVersion: Signal<number | null>
  /** What visitors see, as far as this window knows it. */
  readonly publishedForm: Signal<Form | undefined>
  readonly isChanged: ReadonlySignal<boolean>
  readonly protection: Protection
  readonly diagnosing: Diagnosing
  /** Of the form's languages, the one that the preview speaks; the form's own when undefined. */
  readonly previewLanguage: Signal<string | undefined>
  /** What is shown of the form's own settings. */
  readonly formTab: Signal<FormTab>
  /** What stops the draft from being published, as the server last found it. */
  readonly problems: Signal<readonly PlacedProblem[]>
}

export interface PlacedProblem extends Whereabouts {
  readonly message: string
}

export const openForm = (detail: FormDetail): OpenForm => {
  const status = signal<SaveStatus>({ kind: 'saved', revision: detail.revision })
  const problems = signal<readonly PlacedProblem[]>([])
  const publishedForm = signal(detail.isChanged ? undefined : detail.draft)
  const diagnosing = createDiagnosing(detail.draft)
  const consult = () =>
    client.diagnosis(detail.id).then(
      ({ findings }) => diagnosing.tell(findings, editor.form.peek()),
      () => undefined,
    )
  const autosave = createAutosave({
    draft: { definition: detail.draft, revision: detail.revision },
    save: (draft) =>
      client.saveDraft(detail.id, draft).then(({ revision, diagnosis = [] }): Attempt => {
        problems.value = placeProblems(draft.definition, diagnosis)
        void consult()
        return { kind: 'saved', revision }
      }, failedAttempt),
    load: () =>
      client.form(detail.id).then(
        ({ draft, revision }) => ({ definition: draft, revision }),
        () => undefined,
      ),
    onStatus: (next) => {
      status.value = next
    },
  })
  const editor = createEditor(detail.draft, (form) => {
    autosave.change(form)
    diagnosing.change(form)
  })
  void consult()
  return {
    id: detail.id,
    slug: detail.slug,
    url: detail.url,
    editor,
    autosave,
    status,
    publishedVersion: signal(detail.publishedVersion),
    publishedForm,
    protection: createProtection(detail),
    isChanged: computed(() => publishedForm.value !== editor.form.value),
    problems,
    diagnosing,
    previewLanguage: signal(undefined),
    formTab: signal('general'),
  }
}

/** What a failed request means for the draft that it carried. */
const failedAttempt = (error: unknown): Attempt => {
  if (error instanceof Unreachable) return { kind: 'unsent', because: 'offline' }
  if (!(error instanceof Refusal)) throw error
  if (error.code === 'stale-revision') return { kind: 'stale' }
  if (error.status === 401) return { kind: 'signed-out' }
  if (error.status === 429 || error.status >= 500) return { kind: 'unsent', because: 'server' }
  return { kind: 'refused', message: error.message, errors: error.errors }
}

/** Where the server found something, for people. */
export const placeProblems = (
  form: Form,
  errors: readonly ProblemDetail[],
): readonly PlacedProblem[] =>
  errors.map(({ path, message }) => ({ ...whereaboutsOf(form, path), message }))

/** Shows the place of a finding. */
export const goTo = (open: OpenForm, { place, tab }: Whereabouts): void => {
  open.editor.select(place)
  if (place.part === 'form') open.formTab.value = tab
}
