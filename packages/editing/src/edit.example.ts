import type { Condition, Form, Question } from '@bantam/schema'
import fc from 'fast-check'
import { applyEdit, type Edit, type EditType } from './index.ts'
import { fullForm, questionsOfEveryKind } from './form.example.ts'

const form = fullForm()
const questions = Object.values(questionsOfEveryKind)
const id = fc.constantFrom(...questions.map((question) => question.id), 'new', 'nowhere', '')
const choice = fc.constantFrom('a', 'b', 'c', 'd', '')
const ending = fc.constantFrom('thanks', 'thanks-sales', 'new', '')
const hiddenName = fc.constantFrom('plan', 'campaign', 'utm', '')
const calculation = fc.constantFrom('sum', 'word', 'new', '')
const purpose = fc.constantFrom('marketing', 'calls', '')
const before = fc.option(fc.oneof(id, choice, ending), { nil: undefined })
const at = fc.integer({ min: -1, max: 3 })
const limits = [40, 60, 100, 200, 300, 500, 2000, 4000, 10_000]
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(...limits, ...limits.map((n) => n + 1)).map((n) => 'x'.repeat(n)),
)
const url = fc.oneof(
  fc.webUrl(),
  text,
  fc.string().map((rest) => `https://${rest}`),
)

/** Values of the right type, near its borders, and of no type that the field has. */
const junk: fc.Arbitrary<never> = fc.oneof(
  text,
  url,
  fc.double(),
  fc.integer({ min: -2, max: 30 }),
  fc.boolean(),
  fc.constantFrom('always', 'budget', 'role', 'demo', 'sales', 'booking', 'DE', '2024-02-29'),
  fc.constantFrom('2023-02-29', 'question:a', 'number', undefined, null),
  fc.subarray(['email', 'phone', 'city', 'name', 'pdf', 'image'] as const),
  fc.jsonValue({ maxDepth: 2 }),
) as fc.Arbitrary<never>

const test = fc.record(
  {
    ref: fc.constantFrom('question:email', 'hidden:plan', 'calculation:sum', 'nothing:a', 'x'),
    op: fc.constantFrom('is', 'is-any-of', 'between', 'is-answered', 'is-not-answered'),
    value: junk,
  },
  { requiredKeys: ['ref', 'op'] },
)
const { when } = fc.letrec<{ when: Condition }>((tie) => ({
  when: fc.oneof(
    { depthSize: 'small' },
    test as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('when'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('when'), { maxLength: 3 }) }),
    fc.record({ not: tie('when') }),
  ),
}))
const jump = fc.record(
  {
    when,
    to: fc.constantFrom('question:email', 'question:gone', 'ending:thanks', 'away', 'question:\n'),
    atMost: fc.constantFrom(0, 1, 20, 21),
  },
  { requiredKeys: ['when', 'to'] },
)
const steps = fc.array(
  fc.record(
    { when, do: fc.constantFrom('add', 'set', 'twist' as 'set'), value: junk },
    { requiredKeys: ['do', 'value'] },
  ),
  { maxLength: 3 },
)

/** The names of all fields, of the document's own examples and one that no question has. */
const fieldsOf = (whole: object): string[] =>
  Object.entries(whole).flatMap(([name, part]: [string, unknown]) => [
    name,
    ...(typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.keys(part).map((inner) => `${name}.${inner}`)
      : []),
  ])
const named = (wholes: readonly object[]) =>
  fc.constantFrom(...new Set(wholes.flatMap(fieldsOf)), 'other', 'nothing') as fc.Arbitrary<never>

/** Questions as they should be, and with a part that may not fit. */
export const aQuestion: fc.Arbitrary<Question> = fc
  .record({
    base: fc.constantFrom(...questions),
    id,
    field: named(questions),
    value: junk,
    jumps: fc.array(jump, { maxLength: 1 }),
  })
  .chain((drawn) =>
    fc.constantFrom(
      { ...drawn.base, id: drawn.id },
      { ...drawn.base, [drawn.field]: drawn.value },
      { ...drawn.base, jumps: drawn.jumps },
    ),
  )

type Told<T extends EditType> = Omit<Edit<T>, 'type'>

/** Every edit, right and wrong; one that is missing here does not compile. */
const tellings: { readonly [T in Exclude<EditType, 'batch'>]: fc.Arbitrary<Told<T>> } = {
  setForm: fc.record({ field: named([form]), value: junk }),
  setTheme: fc.record({
    name: fc.oneof(text, fc.constantFrom('accent', 'mode', 'radius', 'face')),
    value: fc.oneof(junk, fc.constantFrom('#c2410c', 'dark', 8, 99, 'chat')),
  }),
  setTranslation: fc.record({ language: text, key: text, text }),
  setTranslations: fc.record({ language: text, texts: junk }),
  addHidden: fc.record({ name: fc.oneof(hiddenName, text), before: hiddenName }),
  removeHidden: fc.record({ name: hiddenName }),
  renameHidden: fc.record({ name: hiddenName, to: fc.oneof(hiddenName, text) }),
  moveHidden: fc.record({ name: hiddenName, before: hiddenName }),
  addCalculation: fc.record({
    calculation: fc.record({ id: calculation, type: junk, start: junk, steps }),
    before,
  }),
  setCalculation: fc.record({
    id: calculation,
    field: named(form.calculations ?? []),
    value: fc.oneof(junk, steps) as fc.Arbitrary<never>,
  }),
  removeCalculation: fc.record({ id: calculation }),
  renameCalculation: fc.record({ id: calculation, to: fc.oneof(calculation, text) }),
  moveCalculation: fc.record({ id: calculation, before: calculation }),
  addConsent: fc.record({
    consent: fc.record({ purpose, text, textVersion: text }),
    before: purpose,
  }),
  setConsent: fc.record({ purpose, field: named(form.consents ?? []), value: junk }),
  removeConsent: fc.record({ purpose }),
  moveConsent: fc.record({ purpose, before: purpose }),
  addQuestion: fc.record({ question: aQuestion, before }),
  removeQuestion: fc.record({ id }),
  moveQuestion: fc.record({ id, before }),
  duplicateQuestion: fc.record({ id, newId: fc.oneof(id, text) }),
  setQuestion: fc.record({ id, field: named(questions), value: junk }),
  setQuestionKind: fc.record({ id, blank: aQuestion }),
  setShowIf: fc.record({ id, when: fc.option(when, { nil: undefined }) }),
  addJump: fc.record({ id, jump, at: fc.option(at, { nil: undefined }) }),
  setJump: fc.record({ id, at, jump }),
  removeJump: fc.record({ id, at }),
  moveJump: fc.record({ id, at, to: at }),
  addChoice: fc.record({ id, choice: fc.record({ id: choice, label: text }), before }),
  setChoiceLabel: fc.record({ id, choice, label: text }),
  removeChoice: fc.record({ id, choice }),
  moveChoice: fc.record({ id, choice, before }),
  setChoiceImage: fc.record({ id, choice, image: url }),
  setChoiceAlt: fc.record({ id, choice, alt: text }),
  addRow: fc.record({ id, row: fc.record({ id: choice, label: text }), before }),
  setRowLabel: fc.record({ id, row: choice, label: text }),
  removeRow: fc.record({ id, row: choice }),
  moveRow: fc.record({ id, row: choice, before }),
  addEnding: fc.record({
    ending: fc.record({ id: ending, kind: fc.constantFrom('message', junk as never), title: text }),
    before: ending,
  }),
  setEnding: fc.record({ id: ending, field: named(form.endings), value: junk }),
  removeEnding: fc.record({ id: ending }),
  moveEnding: fc.record({ id: ending, before: ending }),
}

const oneEdit: fc.Arbitrary<Edit> = fc.oneof(
  ...Object.entries(tellings).map(([type, telling]) =>
    (telling as fc.Arbitrary<object>).map((told) => ({ type, ...told }) as Edit),
  ),
)

export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 20, arbitrary: oneEdit },
  {
    weight: 1,
    arbitrary: fc.array(oneEdit, { maxLength: 5 }).map((edits): Edit => ({ type: 'batch', edits })),
  },
)

/** A form of any of the kinds, moved about by edits. */
export const aForm: fc.Arbitrary<Form> = fc
  .record({
    some: fc.subarray(questions, { minLength: 1 }),
    edits: fc.array(oneEdit, { maxLength: 10 }),
  })
  .map(({ some, edits }) => edits.reduce<Form>(applyEdit, { ...form, questions: [...some] }))
