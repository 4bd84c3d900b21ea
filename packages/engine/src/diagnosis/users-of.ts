import type { Condition, Form, Routing, ScoringModel, Test } from '@bantam/schema'
import { testsOf } from '../condition/refs.ts'
import { recall } from '../text/recall.ts'
import { called } from './called.ts'
import type { Repair, RepairEdit } from './finding.ts'
import { changingEdits, type ChangeTest } from './pruned.ts'
import { recalledBy, recallsIn, recallsInText, type Recalled } from './recalls.ts'
import { settingText } from './setting-text.ts'
import { conditionsOf } from './tests-of-form.ts'

/** Something of a form that others may use. */
export type Thing =
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'choice'; readonly question: string; readonly id: string }
  /** A row of a matrix. */
  | { readonly kind: 'row'; readonly question: string; readonly id: string }
  | { readonly kind: 'ending'; readonly id: string }
  | { readonly kind: 'hidden'; readonly id: string }
  | { readonly kind: 'calculation'; readonly id: string }

/** One who would notice if the thing were gone. */
export interface User {
  /** Dotted, in the form, in the model (`model.…`) or in the routing (`routing.…`). */
  readonly path: string
  readonly message: string
}

export interface Uses {
  readonly users: readonly User[]
  /** Lets go of the thing everywhere in the form, before it is removed; absent when no user is there. */
  readonly repair?: Repair
}

interface Asked {
  readonly thing: Thing
  readonly model?: ScoringModel | undefined
  readonly routing?: Routing | undefined
}

/** Who uses a thing of a form, and the edits after which nobody in the form does. */
export const usersOf = (form: Form, { thing, model, routing }: Asked): Uses => {
  const reads = readsOf(thing)
  const isReader = ({ condition }: { condition: Condition }) => testsOf(condition).some(reads)
  const users = [
    ...conditionsOf(form)
      .filter(isReader)
      .map(({ path }) => ({ path, message: `a condition of ${ownerOf(form, path)} reads it` })),
    ...form.questions.flatMap((question, at) =>
      (question.jumps ?? []).flatMap(({ to }, index) =>
        to === `${thing.kind}:${thing.id}`
          ? [
              {
                path: `questions.${at}.jumps.${index}.to`,
                message: `${called(question)} jumps to it`,
              },
            ]
          : [],
      ),
    ),
    ...recallsOfThing(form, thing).map(({ path, source, language }) => ({
      path,
      message: `a text of ${ownerOf(form, source)} shows it${language === undefined ? '' : ` in the translation "${language}"`}`,
    })),
  ]
  const elsewhere = [...readersInModel(model), ...readersInRouting(routing)]
    .filter(isReader)
    .map(({ path, message }) => ({ path, message }))
  const edits = editsWithout(form, thing)
  const own = placeOf(form, thing)
  return {
    users: [...users.filter(({ path }) => !path.startsWith(`${own}.`)), ...elsewhere],
    ...(edits.length > 0 && { repair: { label: 'Remove those rules too', edits } }),
  }
}

/** What a question or an ending says of itself goes with it. */
const placeOf = ({ questions, endings }: Form, { kind, id }: Thing): string | undefined => {
  const lists = {
    question: questions,
    ending: endings,
    choice: [],
    row: [],
    hidden: [],
    calculation: [],
  }
  const at = lists[kind].findIndex((one) => one.id === id)
  return at < 0 ? undefined : `${kind}s.${at}`
}

/** Whether a test reads the thing; a choice is read by whoever compares its question with it. */
const readsOf = (thing: Thing): ((test: Test) => boolean) => {
  if (thing.kind === 'choice')
    return ({ ref, value }) =>
      (ref === `question:${thing.question}` || ref.startsWith(`question:${thing.question}.`)) &&
      (Array.isArray(value) ? value.some((one) => one === thing.id) : value === thing.id)
  if (thing.kind === 'row') return ({ ref }) => ref === `question:${thing.question}.${thing.id}`
  const whole = `${thing.kind}:${thing.id}`
  return ({ ref }) => ref === whole || (thing.kind === 'question' && ref.startsWith(`${whole}.`))
}

const ownerOf = ({ questions, endings, calculations = [] }: Form, path: string): string => {
  const [list, index] = path.split('.')
  const at = Number(index)
  const question = list === 'questions' ? questions[at] : undefined
  const ending = list === 'endings' ? endings[at] : undefined
  if (question) return called(question)
  return ending ? `the ending ${called(ending)}` : `the calculation "${calculations[at]?.id}"`
}

const isRecalled = (form: Form, { name, thing }: { name: string; thing: Thing }): boolean => {
  if (thing.kind === 'question') {
    const places = recalledBy(form, name)
    return (
      Array.isArray(places) && places.length === 1 && form.questions[places[0]]?.id === thing.id
    )
  }
  if (thing.kind === 'row') {
    const question = form.questions.find(({ id }) => id === thing.question)
    const key = name.replace(/^question[.:]/, '')
    return [thing.question, question?.property].some((owner) => key === `${owner}.${thing.id}`)
  }
  return name.replace('.', ':') === `${thing.kind}:${thing.id}`
}

interface Reader {
  readonly path: string
  readonly condition: Condition
  readonly message: string
}

const readersInModel = (model: ScoringModel | undefined): readonly Reader[] => [
  ...(['fit', 'intent'] as const).flatMap((axis) =>
    (model?.[axis].groups ?? []).flatMap(({ criteria }, at) =>
      criteria.flatMap((one, index) =>
        'when' in one
          ? [
              {
                path: `model.${axis}.groups.${at}.criteria.${index}`,
                condition: one.when,
                message: `“${one.label}” of the scoring model reads it`,
              },
            ]
          : [],
      ),
    ),
  ),
  ...(model?.exclusions ?? []).map(({ when, reason, label = reason }, at) => ({
    path: `model.exclusions.${at}`,
    condition: when,
    message: `the exclusion “${label}” of the scoring model reads it`,
  })),
]

const readersInRouting = (routing: Routing | undefined): readonly Reader[] =>
  (routing?.rules ?? []).flatMap(({ when, label }, at) =>
    when
      ? [
          {
            path: `routing.rules.${at}`,
            condition: when,
            message: `the routing rule “${label}” reads it`,
          },
        ]
      : [],
  )

const editsWithout = (form: Form, thing: Thing): readonly RepairEdit[] =>
  [
    ...changingEdits(form, {
      changeTest: withoutThing(thing),
      retarget: (to, at) =>
        to === `${thing.kind}:${thing.id}` ? insteadOf(form, { thing, at }) : to,
    }),
    ...textsWithout(form, thing),
  ].filter((edit) => thing.kind !== 'question' || !('id' in edit) || edit.id !== thing.id)

const withoutThing = (thing: Thing): ChangeTest => {
  const reads = readsOf(thing)
  return (test) => {
    if (!reads(test)) return test
    const { value } = test
    if (thing.kind !== 'choice' || !Array.isArray(value)) return undefined
    const left = value.filter((one) => one !== thing.id)
    return left.length > 0 ? { ...test, value: left } : undefined
  }
}

/** A jump to a removed question goes to the one after it; a jump to a removed ending to the one for everybody. */
const insteadOf = (
  { questions, endings }: Form,
  { thing, at }: { thing: Thing; at: number },
): string | undefined => {
  if (thing.kind === 'ending') {
    const other = endings.find(({ id, for: lane }) => id !== thing.id && lane === undefined)
    return other && `ending:${other.id}`
  }
  const place = questions.findIndex(({ id }) => id === thing.id)
  const next = questions[place + 1]
  return next && place > at ? `question:${next.id}` : undefined
}

/** Texts with their fallback where they showed the thing. */
const textsWithout = (form: Form, thing: Thing): readonly RepairEdit[] => {
  const places = new Map(recallsOfThing(form, thing).map((one) => [one.path, one]))
  return [...places.values()].flatMap((place) =>
    settingText(form, {
      place,
      text: place.text.replaceAll(/\{\{[^{}]*\}\}/g, (written) =>
        recallsInText(written).some(({ name }) => isRecalled(form, { name, thing }))
          ? recall(written, () => undefined)
          : written,
      ),
    }),
  )
}

/** Where the texts of others show it. */
const recallsOfThing = (form: Form, thing: Thing): readonly Recalled[] => {
  const own = placeOf(form, thing)
  return recallsIn(form).filter(
    ({ name, source }) => !source.startsWith(`${own}.`) && isRecalled(form, { name, thing }),
  )
}
