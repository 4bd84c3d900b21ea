import { compileForm, readAnswer, turn } from '@bantam/engine'
import type { Form, GivenAnswer, Operator, Question, QuestionKind, Test } from '@bantam/schema'
import { questionAt } from '../form/parts.ts'
import { testsOf } from '../form/references.ts'

/** Turns tried before giving up: enough for hundreds of questions, and never a long stall. */
const patience = 800

/**
 * Made-up answers after which the form asks `questionId` (or ends, when it is undefined); undefined when
 * none are found. Questions that no branch tests get one sample, the others every value that matters,
 * beginning with those that the goal itself asks for.
 */
export const answersLeadingTo = (
  form: Form,
  questionId: string | undefined,
): readonly GivenAnswer[] | undefined => {
  const compiled = compileForm(form)
  const tests = testsByQuestion(form)
  const places = new Map(form.questions.map(({ id }, place) => [id, place]))
  const goal = questionId === undefined ? Infinity : (places.get(questionId) ?? -1)
  const goalShowsIf = form.questions[goal]?.showIf
  const wanted = new Set(goalShowsIf ? testsOf(goalShowsIf) : [])
  let left = patience

  const search = (answers: readonly GivenAnswer[]): readonly GivenAnswer[] | undefined => {
    if (left-- <= 0) return undefined
    const next = turn(compiled, { answers })
    if (next.kind === 'end') return questionId === undefined ? answers : undefined
    const { question } = next
    if (question.id === questionId) return answers
    if ((places.get(question.id) ?? 0) > goal) return undefined
    for (const value of samplesOf(question, { tests: tests.get(question.id) ?? [], wanted })) {
      const found = search([...answers, { questionId: question.id, value }])
      if (found) return found
    }
    return undefined
  }
  return goal < 0 ? undefined : search([])
}

/** Whether a value would be taken as the answer, so that no search is lost on refused ones. */
const isTaken = (question: Question, value: unknown): boolean =>
  question.kind === 'statement' || readAnswer(question, value).kind === 'accepted'

const samplesOf = (
  question: Question,
  { tests, wanted }: { tests: readonly Test[]; wanted: ReadonlySet<Test> },
): readonly unknown[] => {
  const usual = usualOf(question)
  const own = 'choices' in question ? question.choices.map(({ id }) => id) : [usual]
  const named = tests.filter(({ op }) => positive.has(op))
  const first = named.filter((test) => wanted.has(test)).flatMap(valuesAround)
  const rest = tests.flatMap(valuesAround)
  const indifferent = own.find((value) => !rest.includes(value))
  const opposite = typeof usual === 'boolean' ? [!usual] : []
  const values = [...first, indifferent, ...rest, ...opposite, ...own]
  const shaped = values.map((value) => shapedFor(question, value))
  const taken = [...new Set(shaped)].filter((value) => isTaken(question, value))
  if (tests.length === 0) return taken.length > 0 ? taken.slice(0, 1) : [null]
  return question.required ? taken : [...taken, null]
}

/** Contacts and addresses answer only the parts they ask for. */
const usualOf = (question: Question): unknown => {
  const usual = usuals[question.kind]
  return 'parts' in question && question.parts
    ? Object.fromEntries(question.parts.map((part) => [part, Reflect.get(Object(usual), part)]))
    : usual
}

/** One choice as the whole answer: among as many as must be picked, on top of the order, in every row. */
const shapedFor = (question: Question, value: unknown): unknown => {
  if (question.kind === 'matrix')
    return Object.fromEntries(question.rows.map(({ id }) => [id, value]))
  if (question.kind !== 'multiple-choice' && question.kind !== 'ranking') return value
  const { kind, choices, validation = {} } = question
  const { min = kind === 'ranking' && validation.max === undefined ? choices.length : 1 } =
    validation
  const others = choices.map(({ id }) => id).filter((id) => id !== value)
  return [value, ...others].slice(0, Math.max(1, min))
}

const positive: ReadonlySet<Operator> = new Set([
  'is',
  'is-any-of',
  'contains',
  'at-least',
  'between',
])

/** The values a test names, and those just beside a number. */
const valuesAround = ({ value }: Test): readonly unknown[] =>
  (value === undefined ? [] : [value].flat()).flatMap((each): unknown[] =>
    typeof each === 'number' ? [each, each + 1, each - 1] : [each],
  )

const usuals: { readonly [K in QuestionKind]: unknown } = {
  'short-text': 'Ada',
  'long-text': 'We would like to see it work.',
  email: 'ada@example.com',
  phone: '+14155550123',
  website: 'https://example.com',
  number: 25,
  'single-choice': undefined,
  'multiple-choice': undefined,
  dropdown: undefined,
  'picture-choice': undefined,
  'yes-no': true,
  rating: 4,
  scale: 8,
  date: '2030-01-15',
  ranking: undefined,
  matrix: undefined,
  contact: {
    firstName: 'Ada',
    lastName: 'Okafor',
    email: 'ada@example.com',
    phone: '+14155550123',
    company: 'Example Ltd',
  },
  address: {
    line1: 'Main Street 1',
    city: 'Springfield',
    postalCode: '12345',
    country: 'Exampleland',
  },
  company: { name: 'Example Ltd', domain: 'example.com', size: '120' },
  file: 'sample'.padEnd(22, '-'),
  consent: true,
  statement: true,
  scheduling: '2030-01-15T10:00',
}

const testsByQuestion = (form: Form): ReadonlyMap<string, readonly Test[]> => {
  const byQuestion = new Map<string, Test[]>()
  for (const { showIf, jumps = [] } of form.questions) {
    const conditions = [...(showIf ? [showIf] : []), ...jumps.map(({ when }) => when)]
    for (const test of conditions.flatMap(testsOf)) {
      const id = questionAt(form, test.ref)?.question.id ?? test.ref
      byQuestion.set(id, [...(byQuestion.get(id) ?? []), test])
    }
  }
  return byQuestion
}
