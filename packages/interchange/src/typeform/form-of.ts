import { FieldName, type Calculation, type Form, type Question } from '@bantam/schema'
import { cut } from '../cut.ts'
import { pointerTo, type ReportBuilder } from '../report.ts'
import { variablesOf } from './calculations.ts'
import type { Reading } from './conditions.ts'
import { everyField, type Block, type Definition, type SourceCondition } from './definition.ts'
import { endingsOf } from './endings.ts'
import { bagOf, textOf } from './json.ts'
import { jumpsAt } from './jumps.ts'
import { makeFor } from './kinds.ts'
import type { Subject } from './making.ts'
import { isGroup, planOf, type Plan } from './plan.ts'
import type { Ruling } from './targets.ts'
import { wordsFor, type RecallName } from './words.ts'

/** The form that a definition makes; reports every element that it uses. */
export const formOf = (definition: Definition, report: ReportBuilder): Form => {
  const plan = planOf(definition)
  const hidden = hiddenOf(definition, report)
  const subjects = new Map<string, Subject>()
  const words = wordsFor(report, recallNames(definition, { plan, hidden, subjects }))
  const endings = endingsOf(definition, { report, words })
  const isRead = fieldsRead(definition)
  const making = { report, words, isRead: (ref: string) => isRead.has(ref) }
  const made = plan.places.map((place) => {
    const one = makeFor(place.field.type)(place, making)
    for (const [ref, subject] of one.subjects) subjects.set(ref, subject)
    return one.question
  })
  settleContainers(definition, { plan, report })

  const answered = new Map<string, Calculation>()
  const reading = readingOf(subjects, { report, hidden, answered })
  const { calculations, subjectOf } = variablesOf(
    { definition, plan, required: requiredIn(made), repeated: repeatedPlaces(plan) },
    reading,
  )
  const ruling: Ruling = {
    definition,
    plan,
    endings,
    reading: {
      ...reading,
      subjectOf: (operand) =>
        operand.type === 'variable' ? subjectOf(operand.name) : reading.subjectOf(operand),
    },
  }
  const questions = made.map((question, at): Question => {
    const jumps = jumpsAt(at, ruling)
    return {
      ...question,
      ...(jumps.length > 0 && { jumps: [...jumps] }),
    }
  })
  const all = [...answered.values(), ...calculations]
  return {
    schema: 1,
    title: titleOf(definition, report),
    language: languageOf(definition, report),
    questions,
    ...(hidden.size > 0 && { hidden: [...hidden] }),
    ...(all.length > 0 && { calculations: all }),
    endings: [...endings.endings],
  }
}

const titleOf = ({ raw, title }: Definition, report: ReportBuilder): string => {
  if (!('title' in raw)) return 'Untitled form'
  report.keep('/title')
  if (title === '') report.change('/title', 'It was empty.')
  if (title.length > 300) report.change('/title', 'It was cut to 300 characters.')
  return cut(title, 300) || 'Untitled form'
}

const languageOf = ({ language }: Definition, report: ReportBuilder): string => {
  if (language === undefined || language.length < 2 || language.length > 35) return 'en'
  report.keep('/settings/language')
  return language
}

/** Declared names that can be one; those that only rules and texts use are added while these are read. */
const hiddenOf = (definition: Definition, report: ReportBuilder): Set<string> => {
  const names = new Set<string>()
  definition.hidden.forEach((name, at) => {
    const path = pointerTo('/hidden', at)
    if (names.has(name)) report.drop(path, 'It is named twice.')
    else if (!isName(name))
      report.drop(path, 'It is no name of 1 to 100 characters, or one that every object has.')
    else {
      names.add(name)
      report.keep(path)
    }
  })
  return names
}

const isName = (name: string): boolean => FieldName.safeParse(name).success

const recallNames =
  (
    { variables, blocks }: Definition,
    {
      plan,
      hidden,
      subjects,
    }: { plan: Plan; hidden: Set<string>; subjects: ReadonlyMap<string, Subject> },
  ): RecallName =>
  (kind, name) => {
    if (kind === 'hidden') {
      if (!isName(name)) return undefined
      hidden.add(name)
      return `hidden.${name}`
    }
    if (kind === 'field') {
      const subject = subjects.get(name)
      if (subject) return subject.ref.replace(':', '.')
      const at = plan.placeOf(name)
      const place = at === undefined ? undefined : plan.places[at]
      return place && `question.${place.id}`
    }
    const isChanged = () =>
      blocks.some(({ actions }) => actions.some(({ target }) => target.name === name))
    return variables.has(name) || isChanged() ? `calculation.${name}` : undefined
  }

const fieldsRead = ({ blocks }: Definition): ReadonlySet<string> => {
  const refsIn = ({ conditions, operands }: SourceCondition): readonly string[] => [
    ...operands.flatMap(({ type, name }) => (type === 'field' ? [name] : [])),
    ...conditions.flatMap(refsIn),
  ]
  return new Set(
    blocks.flatMap(({ actions }) => actions.flatMap(({ condition }) => refsIn(condition))),
  )
}

/** What is answered once it was visited; passing unseen counts as an answer. */
const requiredIn = (made: readonly Question[]): ReadonlySet<string> =>
  new Set(
    made
      .filter((one) => one.required || (one.kind === 'statement' && one.passes))
      .map(({ id }) => id),
  )

/** Places that lie between a jump back and where it leads. */
const repeatedPlaces = (plan: Plan): ReadonlySet<number> => {
  const repeated = new Set<number>()
  plan.places.forEach((place, at) => {
    for (const { action, to } of place.blocks.flatMap(({ actions }) => actions)) {
      const target = action === 'jump' && to.type === 'field' ? plan.placeOf(to.name) : undefined
      for (let one = target ?? at + 1; one <= at; one++) repeated.add(one)
    }
  })
  return repeated
}

const readingOf = (
  subjects: ReadonlyMap<string, Subject>,
  {
    report,
    hidden,
    answered,
  }: { report: ReportBuilder; hidden: Set<string>; answered: Map<string, Calculation> },
): Reading => {
  return {
    report,
    subjectOf: ({ type, name }) => {
      if (type !== 'hidden') return subjects.get(name)
      if (!isName(name)) return undefined
      hidden.add(name)
      return { ref: `hidden:${name}`, reads: 'text' }
    },
    answeredRef: ({ ref }) => {
      const id = `answered-${ref.slice(ref.indexOf(':') + 1)}`
      answered.set(id, {
        id,
        type: 'number',
        start: 0,
        steps: [{ when: { ref, op: 'is-answered' }, do: 'set', value: 1 }],
      })
      return `calculation:${id}`
    },
  }
}

/** Reports what only holds other elements: lists, groups, the rules of one field. */
const settleContainers = (
  { raw, welcomes, fields, variables, outcome, blocks }: Definition,
  { plan, report }: { plan: Plan; report: ReportBuilder },
): void => {
  for (const key of containers) if (key in raw) report.keep(`/${key}`)
  for (const { path } of welcomes.slice(1)) report.drop(path, 'Only the first welcome is shown.')
  for (const field of everyField(fields).filter(isGroup)) {
    report.change(field.path, 'It is no screen of its own; its title stands above its questions.')
    if (textOf(field.properties['description']))
      report.keep(pointerTo(field.path, 'properties', 'description'))
  }
  for (const name of variables.keys()) report.keep(pointerTo('/variables', name))
  if ('variable' in bagOf(raw['outcome'])) report.keep('/outcome/variable')
  for (const { path } of outcome.choices) report.keep(path)
  const placed = new Set(plan.places.flatMap((place) => place.blocks))
  for (const block of blocks)
    if (placed.has(block)) report.keep(block.path)
    else dropRules(block, report)
}

const containers = [
  'fields',
  'welcome_screens',
  'thankyou_screens',
  'hidden',
  'variables',
  'logic',
  'outcome',
  'settings',
]

const dropRules = ({ path, actions }: Block, report: ReportBuilder): void => {
  const why = 'These are the rules of what is not asked.'
  const dropCondition = ({ path: at, conditions }: SourceCondition) => {
    report.drop(at, why)
    conditions.forEach(dropCondition)
  }
  report.drop(path, why)
  for (const action of actions) {
    report.drop(action.path, why)
    dropCondition(action.condition)
  }
}
