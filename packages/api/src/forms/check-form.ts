import type { Calculation, Condition, Form, ProblemDetail, Question } from '@bantam/schema'

/**
 * What the shape of a form cannot say and a walk through it needs: jumps that lead somewhere and end, conditions that name
 * what exists. An empty list means that the form can be published. Paths are dotted, as in `questions.3.jumps.0.to`.
 */
export const checkForm = (form: Form): ProblemDetail[] => {
  const names = namesIn(form)
  return [
    ...form.questions.flatMap((question, at) => checkQuestion(question, { names, at })),
    ...(form.calculations ?? []).flatMap((calculation, at) =>
      checkCalculation(calculation, { names, at }),
    ),
    ...repeated(
      (form.calculations ?? []).map(({ id }) => id),
      'calculations',
    ),
    ...form.endings.flatMap(({ kind, url }, at) =>
      kind === 'message' || url !== undefined
        ? []
        : [
            problem(
              `endings.${at}.url`,
              'missing-url',
              `an ending of the kind ${kind} needs an address`,
            ),
          ],
    ),
  ]
}

interface Names {
  readonly questions: ReadonlyMap<string, number>
  readonly endings: ReadonlySet<string>
  readonly refs: ReadonlySet<string>
}

const namesIn = ({ questions, endings, hidden = [], calculations = [] }: Form): Names => ({
  questions: new Map(questions.map(({ id }, at) => [id, at])),
  endings: new Set(endings.map(({ id }) => id)),
  refs: new Set([
    ...questions.map(({ id }) => `question:${id}`),
    ...hidden.map((name) => `hidden:${name}`),
    ...calculations.map(({ id }) => `calculation:${id}`),
  ]),
})

const checkQuestion = (
  question: Question,
  { names, at }: { names: Names; at: number },
): ProblemDetail[] => {
  const place = `questions.${at}`
  return [
    ...('choices' in question
      ? repeated(
          question.choices.map(({ id }) => id),
          `${place}.choices`,
        )
      : []),
    ...checkCondition(question.showIf, { names, place: `${place}.showIf` }),
    ...(question.jumps ?? []).flatMap((jump, index) => {
      const path = `${place}.jumps.${index}`
      return [
        ...checkCondition(jump.when, { names, place: `${path}.when` }),
        ...checkTarget(jump, { names, at, path }),
      ]
    }),
  ]
}

const checkTarget = (
  { to, atMost }: { to: string; atMost?: number | undefined },
  { names, at, path }: { names: Names; at: number; path: string },
): ProblemDetail[] => {
  const id = to.slice(to.indexOf(':') + 1)
  if (to.startsWith('ending:'))
    return names.endings.has(id)
      ? []
      : [problem(`${path}.to`, 'unknown-ending', `there is no ending "${id}"`)]
  const target = names.questions.get(id)
  if (target === undefined)
    return [problem(`${path}.to`, 'unknown-question', `there is no question "${id}"`)]
  return target > at || atMost !== undefined
    ? []
    : [
        problem(
          `${path}.atMost`,
          'unbounded-jump',
          'a jump back needs atMost, so that every conversation ends',
        ),
      ]
}

const checkCalculation = (
  { type, start, steps }: Calculation,
  { names, at }: { names: Names; at: number },
): ProblemDetail[] => {
  const place = `calculations.${at}`
  const expected = type === 'number' ? 'number' : 'string'
  const checkValue = (value: number | string, path: string) =>
    typeof value === expected ? [] : [problem(path, 'wrong-type', `must be a ${type}`)]
  return [
    ...checkValue(start, `${place}.start`),
    ...steps.flatMap((step, index) => [
      ...checkCondition(step.when, { names, place: `${place}.steps.${index}.when` }),
      ...checkValue(step.value, `${place}.steps.${index}.value`),
    ]),
  ]
}

const checkCondition = (
  condition: Condition | undefined,
  { names, place }: { names: Names; place: string },
): ProblemDetail[] => {
  if (condition === undefined) return []
  if ('not' in condition) return checkCondition(condition.not, { names, place: `${place}.not` })
  const [word, parts] =
    'all' in condition ? ['all', condition.all] : 'any' in condition ? ['any', condition.any] : []
  if (parts !== undefined)
    return parts.flatMap((part, index) =>
      checkCondition(part, { names, place: `${place}.${word}.${index}` }),
    )
  return 'ref' in condition ? checkTest(condition, { names, place }) : []
}

const checkTest = (
  { ref, op, value }: Extract<Condition, { ref: string }>,
  { names, place }: { names: Names; place: string },
): ProblemDetail[] => {
  const isWhole = op === 'is-answered' || op === 'is-not-answered' || value !== undefined
  const found = isWhole
    ? []
    : [problem(`${place}.value`, 'missing-value', `"${op}" compares with a value`)]
  if (names.refs.has(ref)) return found
  const isOfForm = /^(question|hidden|calculation):/.test(ref)
  return [
    ...found,
    isOfForm
      ? problem(`${place}.ref`, 'unknown-reference', `this form has no ${ref.replace(':', ' "')}"`)
      : problem(
          `${place}.ref`,
          'reference-not-allowed',
          'branches of a form see its questions, hidden fields and calculations only',
        ),
  ]
}

const repeated = (ids: readonly string[], place: string): ProblemDetail[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [problem(`${place}.${at}.id`, 'repeated-id', `the id "${id}" is used twice`)],
  )

const problem = (
  path: string,
  ...[code, message]: [code: string, message: string]
): ProblemDetail => ({
  path,
  code,
  message,
})
