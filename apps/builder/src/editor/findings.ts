import type { Place } from '@bantam/editing'
import { diagnose, type Finding, type Severity } from '@bantam/engine'
import type { Form } from '@bantam/schema'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { Editor } from './editor.ts'
import type { FormTab } from './form-tab.ts'
import { keyOf } from './outline-keys.ts'

/** Where something is that a person is led to. */
export interface Whereabouts {
  readonly place: Place
  /** For what the form has as a whole. */
  readonly tab: FormTab
}

export interface PlacedFinding extends Finding, Whereabouts {}

export interface Diagnosing {
  /** Errors first. Behind the document by a pause in typing. */
  readonly findings: ReadonlySignal<readonly PlacedFinding[]>
  /** Looks at the form once the typing pauses. */
  change(form: Form): void
  /** Looks at once; for a dialog that is about to rely on it. */
  look(form: Form): readonly PlacedFinding[]
  /** Says what only the server knows: patterns and the scoring model. */
  tell(findings: readonly Finding[], form: Form): void
  stop(): void
}

const pause = 250

/** Keeps the findings of a form that is being edited. A form that takes long to look at is looked at less often. */
export const createDiagnosing = (initial: Form): Diagnosing => {
  const findings = signal<readonly PlacedFinding[]>([])
  let told: readonly PlacedFinding[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = pause

  const look = (form: Form) => {
    clearTimeout(timer)
    const started = performance.now()
    const own = placed(form, diagnose(form).findings)
    wait = Math.max(pause, 5 * (performance.now() - started))
    const all = [...own, ...told].toSorted((one, other) => rank(one) - rank(other))
    findings.value = all
    return all
  }
  const change = (form: Form) => {
    clearTimeout(timer)
    timer = setTimeout(() => look(form), wait)
  }
  change(initial)
  return {
    findings,
    look,
    change,
    tell(news, form) {
      told = placed(form, news.filter(isOfServer))
      change(form)
    },
    stop: () => clearTimeout(timer),
  }
}

const ranks: { readonly [S in Severity]: number } = { error: 0, warning: 1, hint: 2 }
const rank = ({ severity }: Finding) => ranks[severity]

const isOfServer = ({ code, path }: Finding) =>
  code === 'invalid-pattern' || path.startsWith('model.')

const placed = (form: Form, findings: readonly Finding[]): readonly PlacedFinding[] =>
  findings.map((finding) => ({ ...finding, ...whereaboutsOf(form, finding.path) }))

/** The diagnosis names places by index (`questions.3.title`); people by the question itself. */
export const whereaboutsOf = (
  form: {
    readonly questions: readonly { readonly id: string }[]
    readonly endings: readonly { readonly id: string }[]
  },
  path: string,
): Whereabouts => {
  const [list = '', index] = path.replace(/^(draft|definition)\./, '').split('.')
  const tab = tabs.get(list) ?? 'general'
  const question = list === 'questions' ? form.questions[Number(index)] : undefined
  const ending = list === 'endings' ? form.endings[Number(index)] : undefined
  if (question) return { place: { part: 'question', id: question.id }, tab }
  return { place: ending ? { part: 'ending', id: ending.id } : { part: 'form' }, tab }
}

const tabs = new Map<string, FormTab>([
  ['theme', 'look'],
  ['language', 'languages'],
  ['translations', 'languages'],
  ['hidden', 'data'],
  ['calculations', 'data'],
  ['consents', 'data'],
])

/** Makes the repair of a finding: one step, which one undo takes back. */
export const repair = (editor: Editor, { fix }: Finding): void => {
  if (!fix) return
  editor.settle()
  editor.dispatch({ type: 'batch', edits: fix.edits })
}

/** What an outline row shows of the findings of its place. */
export interface Flaw {
  readonly severity: 'error' | 'warning'
  readonly count: number
  readonly says: string
}

/** Errors and warnings by place; hints can wait for the list. */
export const flawsOf = (findings: readonly PlacedFinding[]): ReadonlyMap<string, Flaw> => {
  const flaws = new Map<string, Flaw>()
  for (const { place, severity, message } of findings) {
    if (severity === 'hint') continue
    const key = keyOf(place)
    const known = flaws.get(key)
    flaws.set(
      key,
      known
        ? { ...known, count: known.count + 1, says: `${known.says} ${message}` }
        : { severity, count: 1, says: message },
    )
  }
  return flaws
}
