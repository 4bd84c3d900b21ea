import type { Condition, Form, Question } from '@bantam/schema'
import { pointerTo } from '../report.ts'
import { bagOf, listOf, textOf, type Bag } from '../typeform/json.ts'
import { idsFor } from '../typeform/names.ts'
import { branchesOf } from './branches.ts'
import { calculationsFor, type Calculations, type Definition } from './calculations.ts'
import { conditionOf } from './condition.ts'
import { endingsOf } from './endings.ts'
import { namesIn, partsOf, type Expression } from './expression/expression.ts'
import { passedIf, readExpression, shownIf, type Gate, type RulesAt } from './gates.ts'
import { isMade } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import { planOf, type Planned } from './plan.ts'
import { questionsOf } from './questions.ts'
import { isRequired } from './requirement.ts'
import type { Rules } from './rules.ts'
import { scopeOf, type Placed } from './scope.ts'
import { skipGates } from './skips.ts'
import type { Asked, Survey } from './survey.ts'
import { readTriggers, type Triggers } from './triggers.ts'
import { plainOf, wordsFor, type Words } from './words.ts'

/** The form of a survey; tells the report of everything that it takes up, and how. */
export const formOf = (survey: Survey, report: Ledger): Form => {
  const { raw, locale } = survey
  const plan = planOf(survey)
  const gatesOf = gateReader(report)
  const isAsked = (name: string) => plan.some(({ asked }) => isNamed(asked, name.toLowerCase()))
  const triggers = readTriggers(raw, { report, isAsked })
  const definitions = definitionsOf(raw, { plan, triggers, report })
  const recalls: { readonly id: string; readonly path: string }[] = []
  const words = wordsFor(report, {
    locale,
    recallName: (name, path) => {
      const recalled = recallOf(name.toLowerCase(), { plan, definitions })
      if (recalled?.startsWith('calculation:')) recalls.push({ id: recalled.slice(12), path })
      return recalled
    },
  })
  const isComparedWith = comparisonsIn(plan.flatMap(({ asked }) => gatesOf(asked)))
  const placed = questionsOf(plan, {
    report,
    words,
    isComparedWith,
    isRequired: (asked) => {
      const shown = gatesOf(asked).map(({ expression }) => expression)
      return isRequired(asked, { gates: shown, report })
    },
  })

  const gates: Gate[][] = placed.map(({ planned }) =>
    gatesOf(planned.asked).map((gate) => ({ ...gate, holds: true })),
  )
  const { rulesAt, hidden, calculations } = rulesFor({ plan, placed, gates, definitions, report })
  for (const skip of triggers.skips)
    for (const { place, gate } of skipGates(skip, { placed, rulesAt, report }))
      gates[place]?.push(gate)

  const endings = endingsOf(raw, { report, words })
  const { jumps, last, ...reached } = branchesOf(triggers, { endings, placed, rulesAt, report })
  const questions = placed.map(({ made, place }): Question => {
    const showIf = shownIf(gates[place] ?? [], { place, rulesAt, report })
    const own = jumps.get(place)
    return { ...made.question, ...(showIf && { showIf }), ...(own && { jumps: [...own] }) }
  })
  const computed = calculations.finish()
  const ids = new Set(computed.map(({ id }) => id))
  for (const { id, path } of recalls)
    if (!ids.has(id)) report.change(path, `It shows {${id}}, which is not computed here.`)
  const isThere = (_: unknown, place: number) => {
    const planned = placed[place]?.planned
    return planned?.role !== 'computed' || ids.has(planned.id)
  }
  const welcome = welcomeOf(raw, { report, words, placed })
  report.use('', ['title', 'locale'])
  const title = words.say(raw['title'], { key: 'title', path: '/title', most: 300 })
  const fields = hidden()
  const translations = words.translations()
  return {
    schema: 1,
    title: title || 'Imported survey',
    language: locale,
    questions: [...welcome, ...questions.filter(isThere), ...(last ? [last] : [])],
    ...(fields.length > 0 && { hidden: [...fields] }),
    ...(computed.length > 0 && { calculations: [...computed] }),
    endings: reached.endings,
    ...(translations && { translations }),
  }
}

const isNamed = ({ name, valueName }: Asked, wanted: string) =>
  name.toLowerCase() === wanted || valueName?.toLowerCase() === wanted

type ReadGate = Pick<Gate, 'expression' | 'path'>

/** Reads the gates of what is asked, each expression once. */
const gateReader = (report: Ledger): ((asked: Asked) => readonly ReadGate[]) => {
  const read = new Map<string, Expression | undefined>()
  return ({ gates, inside }) =>
    gates.flatMap(({ path, text }) => {
      const key = `${path} ${inside['row'] ?? ''} ${inside['panel'] ?? ''}`
      if (!read.has(key)) read.set(key, readExpression(text, { path, inside, report }))
      const expression = read.get(key)
      if (expression && path.endsWith('/enableIf'))
        report.change(path, 'What could not be answered is not asked.')
      return expression ? [{ path, expression }] : []
    })
}

const definitionsOf = (
  raw: Bag,
  { plan, triggers, report }: { plan: readonly Planned[]; triggers: Triggers; report: Ledger },
): readonly Definition[] => {
  const values = listOf(raw['calculatedValues']).map((one, at) => {
    const { name, expression } = bagOf(one)
    const path = pointerTo('/calculatedValues', at)
    return { path, name: textOf(name) ?? '', text: textOf(expression) ?? '' }
  })
  const targets = [...new Set(triggers.settings.map(({ to }) => to))]
  const names = [...values.map(({ name }) => name), ...targets]
  const ids = idsFor(
    names.map((name) => ({ ref: name, words: name })),
    'calculation',
  )
  const read = (text: string, path: string, inside: Asked['inside']) => ({
    kind: 'expression' as const,
    expression: readExpression(text, { path, inside, report }),
  })
  return [
    ...values.map(({ path, name, text }, at) => ({
      name,
      id: ids[at] ?? name,
      path,
      by: read(text, path, {}),
    })),
    ...targets.map((name, at) => {
      const settings = triggers.settings.filter(({ to }) => to === name)
      const by = { kind: 'triggers' as const, settings }
      return { name, id: ids[values.length + at] ?? name, path: settings[0]?.path ?? '', by }
    }),
    ...plan
      .filter(({ role }) => role === 'computed')
      .map(({ asked: { name, path, inside, raw: own }, id }) => ({
        name,
        id,
        path,
        by: read(textOf(own['expression']) ?? '', path, inside),
      })),
  ]
}

const recallOf = (
  name: string,
  { plan, definitions }: { plan: readonly Planned[]; definitions: readonly Definition[] },
): string | undefined => {
  const definition = definitions.find((one) => one.name.toLowerCase() === name)
  if (definition) return `calculation:${definition.id}`
  const planned = plan.find(({ asked }) => isNamed(asked, name))
  if (planned?.role === 'hidden') return `hidden:${planned.asked.name}`
  return planned && isMade(planned.asked.type) ? planned.id : undefined
}

/** Whether one of these expressions reads a question and names a value. */
const comparisonsIn = (gates: readonly ReadGate[]) => {
  const found = [...new Set(gates.map(({ expression }) => expression))].map((expression) => ({
    names: new Set(namesIn(expression)),
    values: constantsIn(expression),
  }))
  return ({ name, valueName }: Asked, value: string): boolean =>
    found.some(
      ({ names, values }) =>
        [name, valueName].some((one) => one && names.has(one.toLowerCase())) &&
        values.includes(value),
    )
}

const constantsIn = (expression: Expression): readonly string[] =>
  expression.kind === 'constant'
    ? [String(expression.value).toLowerCase()]
    : partsOf(expression).flatMap(constantsIn)

interface Parts {
  readonly plan: readonly Planned[]
  readonly placed: readonly Placed[]
  readonly gates: readonly (readonly Gate[])[]
  readonly definitions: readonly Definition[]
  readonly report: Ledger
}

/** Ties together what conditions rest on: names, calculations and which questions were passed over. */
const rulesFor = ({
  plan,
  placed,
  gates,
  definitions,
  report,
}: Parts): {
  readonly rulesAt: RulesAt
  readonly hidden: () => readonly string[]
  readonly calculations: Calculations
} => {
  const passed = new Map<number, Condition>()
  const notAsked = (place: number): Condition => {
    const found = passed.get(place) ?? passedIf(gates[place] ?? [], { place, rules: silent })
    passed.set(place, found)
    return found
  }
  const calculations = calculationsFor(definitions, { rulesAt: () => rulesAt, report })
  const scope = scopeOf({ planned: plan, placed, computed: calculations.computed, notAsked })
  const silent: Rules = {
    subjectOf: scope.subjectOf,
    sums: calculations.sums,
    translate: conditionOf,
    lose: () => {},
    early: () => {},
  }
  const rulesAt: RulesAt = (path) => ({
    ...silent,
    subjectOf: (name) => {
      const subject = scope.subjectOf(name)
      const outside = subject && scope.outsideOf(subject)
      if (outside !== undefined)
        report.change(
          path,
          `It reads {${outside}}, which nothing in the survey answers; it is a hidden field now.`,
        )
      return subject
    },
    lose: (why) => report.change(path, `${why} That part is taken to hold.`),
    early: (name) =>
      report.change(
        path,
        `It reads {${name}}, which is asked later and counts as unanswered here.`,
      ),
  })
  return { rulesAt, hidden: scope.hidden, calculations }
}

/** What SurveyJS says above its first page is a statement of its own. */
const welcomeOf = (
  raw: Bag,
  { report, words, placed }: { report: Ledger; words: Words; placed: readonly Placed[] },
): readonly Question[] => {
  if (plainOf(raw['description']) === '') return []
  const id = placed.some(({ planned }) => planned.id === 'welcome') ? 'welcome-words' : 'welcome'
  const say = (member: 'title' | 'description', to: 'title' | 'help') =>
    words.say(raw[member], { key: `questions.${id}.${to}`, path: `/${member}`, most: 2000 })
  const help = say('description', 'help')
  report.change('/description', 'It is a statement before the first question.')
  return [{ id, kind: 'statement', title: say('title', 'title'), help }]
}
