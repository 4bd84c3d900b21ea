import type { Calculation, Condition, Form, Jump, Question, Test } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { called } from './called.ts'
import type { Finding } from './finding.ts'
import { targetOf } from './plan.ts'
import { removingTests } from './pruned.ts'

/**
 * What the shape of a form cannot say and a walk through it needs: jumps that lead somewhere and end, conditions that
 * name what exists, ids that are told apart.
 */
export const checkDefinition = (form: Form): readonly Finding[] => {
  const { questions, endings, calculations = [] } = form
  const names = namesIn(form)
  return [
    ...questions.flatMap((question, at) => checkQuestion(question, { form, names, at })),
    ...calculations.flatMap((calculation, at) =>
      checkCalculation(calculation, { form, names, at }),
    ),
    ...repeated(calculations, { place: 'calculations', what: 'calculation' }),
    ...checkHidden(form),
    ...endings.flatMap(({ kind, url, ...ending }, at) =>
      kind === 'message' || url !== undefined
        ? []
        : error(`endings.${at}.url`, {
            code: 'missing-url',
            message: `The ending ${called(ending)} leads visitors away but has no address. Enter one.`,
          }),
    ),
    ...checkDefaultEnding(form),
  ]
}

interface Names {
  readonly questions: ReadonlyMap<string, number>
  readonly endings: ReadonlySet<string>
  readonly refs: ReadonlySet<string>
}

interface Within {
  readonly form: Form
  readonly names: Names
  readonly at: number
}

const namesIn = ({ questions, endings, hidden = [], calculations = [] }: Form): Names => ({
  questions: new Map(questions.map(({ id }, at) => [id, at])),
  endings: new Set(endings.map(({ id }) => id)),
  refs: new Set([
    ...questions.flatMap((question) => [
      `question:${question.id}`,
      ...partsOf(question).map((part) => `question:${question.id}.${part}`),
    ]),
    ...hidden.map((name) => `hidden:${name}`),
    ...calculations.map(({ id }) => `calculation:${id}`),
  ]),
})

const checkQuestion = (question: Question, { form, names, at }: Within): readonly Finding[] => {
  const place = `questions.${at}`
  const where = called(question)
  return [
    ...('choices' in question
      ? repeated(question.choices, { place: `${place}.choices`, what: `choice of ${where}` })
      : []),
    ...('rows' in question
      ? repeated(question.rows, { place: `${place}.rows`, what: `row of ${where}` })
      : []),
    ...checkCondition(question.showIf, { form, names, where, place: `${place}.showIf` }),
    ...(question.jumps ?? []).flatMap((jump, index) => {
      const path = `${place}.jumps.${index}`
      return [
        ...checkCondition(jump.when, { form, names, where, place: `${path}.when` }),
        ...checkTarget(jump, { names, at, path, index, question }),
      ]
    }),
  ]
}

const checkTarget = (
  jump: Jump,
  {
    names,
    at,
    path,
    index,
    question,
  }: Omit<Within, 'form'> & { path: string; index: number; question: Question },
): readonly Finding[] => {
  const id = targetOf(jump.to)
  const isEnding = jump.to.startsWith('ending:')
  const target = names.questions.get(id)
  const kind = isEnding ? 'ending' : 'question'
  if (isEnding ? !names.endings.has(id) : target === undefined)
    return error(`${path}.to`, {
      code: `unknown-${kind}`,
      message: `${called(question)} jumps to the ${kind} "${id}", which this form does not have. Choose another target or remove the jump.`,
      fix: {
        label: 'Remove the jump',
        edits: [{ type: 'removeJump', id: question.id, at: index }],
      },
    })
  if (isEnding || (target ?? 0) > at || jump.atMost !== undefined) return []
  return error(`${path}.atMost`, {
    code: 'unbounded-jump',
    message: `${called(question)} jumps back without a bound, so a conversation could go on for ever. Say how often it may.`,
    fix: {
      label: 'Allow it once',
      edits: [{ type: 'setJump', id: question.id, at: index, jump: { ...jump, atMost: 1 } }],
    },
  })
}

const checkCalculation = (
  { id, type, start, steps }: Calculation,
  { form, names, at }: Within,
): readonly Finding[] => {
  const place = `calculations.${at}`
  const where = `the calculation "${id}"`
  const checkValue = (value: number | string, path: string) =>
    typeof value === (type === 'number' ? 'number' : 'string')
      ? []
      : error(path, {
          code: 'wrong-type',
          message: `The calculation "${id}" counts in ${type}s, but this value is none: must be a ${type}.`,
        })
  return [
    ...checkValue(start, `${place}.start`),
    ...steps.flatMap((step, index) => [
      ...checkCondition(step.when, { form, names, where, place: `${place}.steps.${index}.when` }),
      ...checkValue(step.value, `${place}.steps.${index}.value`),
    ]),
  ]
}

interface Placed {
  readonly form: Form
  readonly names: Names
  /** What the condition belongs to, in words. */
  readonly where: string
  readonly place: string
}

const checkCondition = (condition: Condition | undefined, placed: Placed): readonly Finding[] => {
  if (condition === undefined) return []
  const { place } = placed
  if ('not' in condition) return checkCondition(condition.not, { ...placed, place: `${place}.not` })
  if ('all' in condition)
    return condition.all.flatMap((part, at) =>
      checkCondition(part, { ...placed, place: `${place}.all.${at}` }),
    )
  if ('any' in condition)
    return condition.any.flatMap((part, at) =>
      checkCondition(part, { ...placed, place: `${place}.any.${at}` }),
    )
  return checkTest(condition, placed)
}

const checkTest = (test: Test, { form, names, where, place }: Placed): readonly Finding[] => {
  const { ref, op, value } = test
  const isWhole = op === 'is-answered' || op === 'is-not-answered' || value !== undefined
  const found = isWhole
    ? []
    : error(`${place}.value`, {
        code: 'missing-value',
        message: `A condition of ${where} says "${op}" without saying what to compare with. Enter a value.`,
      })
  if (names.refs.has(ref)) return found
  const removing = removingTests(form, {
    isDoomed: (one) => one.ref === ref,
    label: 'Remove the rules that read it',
  })
  if (!/^(question|hidden|calculation):/.test(ref))
    return [
      ...found,
      ...error(`${place}.ref`, {
        code: 'reference-not-allowed',
        message: `A condition of ${where} reads "${ref}", but the branches of a form see its questions, hidden fields and calculations only. Move the rule to the scoring model or the routing.`,
        fix: removing,
      }),
    ]
  const hidden = ref.startsWith('hidden:') ? ref.slice('hidden:'.length) : undefined
  return [
    ...found,
    ...error(`${place}.ref`, {
      code: 'unknown-reference',
      message: `A condition of ${where} reads ${ref.replace(':', ' "')}", which this form does not have.`,
      fix:
        hidden === undefined
          ? removing
          : { label: 'Allow the hidden field', edits: [{ type: 'addHidden', name: hidden }] },
    }),
  ]
}

const checkHidden = ({ hidden = [] }: Form): readonly Finding[] =>
  hidden.flatMap((name, at): readonly Finding[] =>
    hidden.indexOf(name) === at
      ? []
      : [
          {
            code: 'repeated-hidden',
            severity: 'warning',
            path: `hidden.${at}`,
            message: `The hidden field "${name}" is listed twice, which does nothing. List it once.`,
            fix: {
              label: 'List it once',
              edits: [
                { type: 'removeHidden', name },
                { type: 'addHidden', name },
              ],
            },
          },
        ],
  )

const checkDefaultEnding = ({ endings }: Form): readonly Finding[] => {
  const [first] = endings
  if (!first || endings.some((ending) => ending.for === undefined)) return []
  return error('endings', {
    code: 'no-default-ending',
    message:
      'Every ending is for one lane, so a visitor whose lane is not known yet would see none. Add an ending for everybody.',
    fix: {
      label: 'Add an ending for everybody',
      edits: [
        {
          type: 'addEnding',
          ending: { id: freeId(endings), kind: 'message', title: 'Thank you' },
        },
      ],
    },
  })
}

const freeId = (taken: readonly { readonly id: string }[]): string => {
  const ids = new Set(taken.map(({ id }) => id))
  const tries = Array.from({ length: taken.length + 1 }, (_, at) =>
    at ? `thanks-${at}` : 'thanks',
  )
  return tries.find((id) => !ids.has(id)) ?? 'thanks'
}

const repeated = (
  items: readonly { readonly id: string }[],
  { place, what }: { place: string; what: string },
): readonly Finding[] => {
  const seen = new Set<string>()
  return items.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return error(`${place}.${at}.id`, {
      code: 'repeated-id',
      message: `The id "${id}" is used twice: every ${what} needs one of its own.`,
    })
  })
}

const error = (
  path: string,
  rest: Pick<Finding, 'code' | 'message' | 'fix'>,
): readonly Finding[] => [{ severity: 'error', path, ...rest }]
