import { bantOf, compileForm, compileModel, diagnose, endingFor, scoreOf } from '@bantam/engine'
import { Form, type Question, ScoringModel, Sensitivity } from '@bantam/schema'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../intake/facts-of.ts'
import { follow } from '../intake/prepared.ts'
import { personas, type Persona } from './personas.example.ts'
import type { Template } from './template.ts'
import { templates } from './templates.ts'

const now = Date.parse('2026-11-02T10:00:00Z')
const find = (id: string): Template => {
  const template = templates.find((each) => each.id === id)
  if (!template) throw new Error(`no template ${id}`)
  return template
}

/** Fills in the form as the persona does, in the form's order, and scores it as the intake would. */
const visit = ({ template, answers }: Persona) => {
  const { form, model } = find(template)
  const compiled = compileForm(form)
  const given = form.questions.flatMap(({ id }) =>
    answers[id] === undefined ? [] : [{ questionId: id, value: answers[id] }],
  )
  const followed = follow(compiled, { answers: given })
  const score = scoreOf(
    compileModel(model, { version: 1, bant: bantOf(form) }),
    factsOf(compiled, { ...followed, signals: [] }),
    { now },
  )
  return { ...followed, score, ending: endingFor(form, { ...followed, lane: score.lane }).id }
}

test('there is a template for each touchpoint and each framework, under a name of its own', () => {
  expect(templates.map(({ id }) => id)).toEqual([
    'demo-request',
    'pricing-inquiry',
    'content-download',
    'webinar',
    'newsletter',
    'partner',
    'support-triage',
    'buying-group-survey',
    'bant',
    'champ',
    'meddic',
    'spiced',
    'gpctba-ci',
  ])
})

describe.each(templates.map((template) => [template.id, template] as const))(
  '%s',
  (id, template) => {
    const { form, model, letters } = template
    const questions = new Map(form.questions.map((question) => [question.id, question]))

    test('is a form and a model that can be published as they are, without an error or a warning', () => {
      expect(Form.parse(form)).toEqual(form)
      expect(ScoringModel.parse(model)).toEqual(model)
      expect(
        diagnose(form, { model }).findings.filter(({ severity }) => severity !== 'hint'),
      ).toEqual([])
    })

    test('covers every letter with a question, and every letter of BANT under its name', () => {
      for (const letter of letters)
        for (const question of letter.questions)
          expect(questions.has(question), question).toBe(true)
      for (const letter of ['Budget', 'Authority', 'Need', 'Timeline']) {
        const [first] = letters.find(({ name }) => name === letter)?.questions ?? []
        if (first) expect(questions.get(first)?.bant).toBe(letter.toLowerCase())
      }
    })

    test('asks for an address first and for what is delicate last', () => {
      const order = Sensitivity.options
      const asked = form.questions.flatMap(({ sensitivity }) =>
        sensitivity === undefined || sensitivity === 'contact' ? [] : [order.indexOf(sensitivity)],
      )
      expect(asked).toEqual(asked.toSorted((a, b) => a - b))
      expect(form.questions.slice(0, 2).map(({ kind }) => kind)).toContain('email')
    })

    test('reads short, and says why where it asks what people hesitate to tell', () => {
      for (const { title, why, bant, kind } of form.questions) {
        expect(title.length, title).toBeLessThanOrEqual(80)
        if (bant === 'budget' && kind !== 'statement') expect(why ?? title).toBeDefined()
      }
    })

    test('has a consent text for every consent it asks for', () => {
      const purposes = form.questions.flatMap((question) =>
        question.kind === 'consent' ? [question.purpose] : [],
      )
      expect((form.consents ?? []).map(({ purpose }) => purpose)).toEqual(purposes)
    })

    test('scores nothing that its form does not ask', () => {
      const properties = new Set(form.questions.flatMap(({ property }) => property ?? []))
      const refs = JSON.stringify(model).match(/(?:question|property):[\w-]+/g) ?? []
      const unknown = refs.filter((ref) => {
        const [kind, name = ''] = ref.split(':')
        return kind === 'question' ? !questions.has(name) : !properties.has(name)
      })
      expect(unknown).toEqual([])
    })

    test('weighs choices that exist', () => {
      const choicesOf = new Map(
        form.questions.flatMap((question: Question) =>
          'choices' in question && question.property
            ? [[question.property, question.choices.map((choice) => choice.id)]]
            : [],
        ),
      )
      const groups = [...model.fit.groups, ...model.intent.groups]
      const compared = groups.flatMap(({ criteria }) =>
        criteria.flatMap((criterion) =>
          'when' in criterion && 'ref' in criterion.when ? [criterion.when] : [],
        ),
      )
      const missing = compared.filter(({ ref, op, value }) => {
        const choices: readonly unknown[] | undefined = choicesOf.get(ref.replace('property:', ''))
        return (
          choices !== undefined && (op === 'is' || op === 'contains') && !choices.includes(value)
        )
      })
      expect(missing).toEqual([])
    })

    test('can lead to every lane that it greets', () => {
      const greeted = form.endings.flatMap((ending) => (ending.for ? [ending.for] : []))
      expect(diagnose(form, { model }).lanes).toEqual(expect.arrayContaining(greeted))
    })

    test('has no ending but the general one that none of its visitors reaches', () => {
      const reached = personas
        .filter((persona) => persona.template === id)
        .map((persona) => visit(persona).ending)
      const [, ...particular] = form.endings
      expect(reached).toEqual(expect.arrayContaining(particular.map((ending) => ending.id)))
    })
  },
)

test.each(personas.map((persona) => [persona.template, persona.name, persona] as const))(
  '%s: %s',
  (_template, _name, persona) => {
    const { errors, score, ending } = visit(persona)
    expect(errors).toEqual([])
    expect([score.lane, ending]).toEqual([persona.lane, persona.ending])
  },
)
