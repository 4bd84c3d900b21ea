import type { Form, Jump, Question, ScoringModel } from '@bantam/schema'
import { expect, test } from 'vitest'
import { choices, demoRequest, formOf, is, shortText, test as compared } from '../testing/forms.ts'
import { largeForm } from '../testing/large-form.ts'
import { diagnose } from './diagnose.ts'

const email: Question = { id: 'email', kind: 'email', title: 'Your email?', required: true }
const role: Question = {
  id: 'role',
  kind: 'single-choice',
  title: 'Your role?',
  required: true,
  bant: 'authority',
  choices: choices('Director', 'Student'),
}
const topic = shortText('topic', { title: 'Your topic?' })
const ok: Question = { id: 'ok', kind: 'yes-no', title: 'Is that right?', required: true }

const given = (question: Question, more: Partial<Question>): Question =>
  ({ ...question, ...more }) as Question
const jumping = (question: Question, ...jumps: Jump[]) => given(question, { jumps })
const findings = (form: Form, model?: ScoringModel) =>
  diagnose(form, { model }).findings.filter(({ code }) => code !== 'bant-not-covered')
const codes = (...[questions, more]: [Question[], Partial<Form>?]) =>
  findings(formOf([email, ...questions], more)).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  )

test('a form without a flaw has none', () => {
  expect(codes([role, given(topic, { showIf: is('role', 'student') })])).toEqual([])
  expect(findings(demoRequest)).toEqual([])
})

test('a question whose condition cannot hold is never shown', () => {
  const showIf = { all: [is('role', 'director'), is('role', 'student')] }
  expect(codes([role, given(topic, { showIf })])).toEqual([
    'error unreachable-question questions.2.showIf',
  ])
})

test('what was ruled out on the way stays ruled out', () => {
  const out = jumping(role, { when: is('role', 'student'), to: 'ending:thanks' })
  expect(codes([out, given(topic, { showIf: is('role', 'student') })])).toEqual([
    'error unreachable-question questions.2.showIf',
  ])
  expect(codes([out, given(topic, { showIf: is('role', 'director') })])).toEqual([
    'hint condition-always-holds questions.2.showIf',
  ])
})

test('a question behind a jump that everybody takes is out of reach', () => {
  const away = jumping(role, { when: { all: [] }, to: 'ending:thanks' })
  expect(codes([away, topic])).toEqual(['error unreachable-question questions.2'])
})

test('a condition on an answer that is given later never holds', () => {
  expect(codes([given(topic, { showIf: is('role', 'student') }), role])).toEqual([
    'error unreachable-question questions.1.showIf',
  ])
})

test('jumps that do nothing, come too late or cannot be taken are told apart', () => {
  const student = is('role', 'student')
  const jumps = [
    { when: student, to: 'question:topic' },
    { when: { all: [] }, to: 'question:ok' },
    { when: student, to: 'ending:thanks' },
  ]
  expect(codes([jumping(role, ...jumps), topic, ok])).toEqual([
    'warning jump-never-tried questions.1.jumps.2',
  ])
  expect(codes([jumping(role, { when: student, to: 'question:topic' }), topic])).toEqual([
    'warning jump-does-nothing questions.1.jumps.0',
  ])
  expect(codes([jumping(role, { when: is('topic', 'x'), to: 'ending:thanks' }), topic])).toEqual([
    'warning condition-never-holds questions.1.jumps.0',
  ])
})

test('a bound on a jump that is taken once anyway does nothing', () => {
  const student = is('role', 'student')
  const ahead = { when: student, to: 'question:ok', atMost: 1 }
  const back = { when: is('ok', false), to: 'question:role', atMost: 1 }
  const bounds = (...questions: Question[]) =>
    findings(formOf([email, ...questions])).filter(({ code }) => code === 'bound-does-nothing')
  expect(bounds(jumping(role, ahead), topic, ok)).toMatchObject([
    {
      severity: 'warning',
      path: 'questions.1.jumps.0.atMost',
      fix: {
        edits: [{ type: 'setJump', id: 'role', at: 0, jump: { when: student, to: 'question:ok' } }],
      },
    },
  ])
  expect(bounds(jumping(role, ahead), topic, jumping(ok, back))).toEqual([])
  const out = { when: student, to: 'ending:thanks', atMost: 1 }
  expect(bounds(jumping(role, out), topic, jumping(ok, back))).toHaveLength(1)
})

test('a sum that is never high enough leads nowhere', () => {
  const calculations = [
    {
      id: 'sum',
      type: 'number' as const,
      start: 0,
      steps: [
        { when: is('role', 'director'), do: 'add' as const, value: 10 },
        { when: is('ok', true), do: 'add' as const, value: 5 },
      ],
    },
  ]
  const shown = (bound: number) =>
    codes([role, ok, given(topic, { showIf: compared('calculation:sum', 'at-least', bound) })], {
      calculations,
    })
  expect(shown(15)).toEqual([])
  expect(shown(16)).toEqual(['error unreachable-question questions.3.showIf'])
})

test('a choice that is not offered is named with the question', () => {
  const found = findings(
    formOf([email, role, given(topic, { showIf: { not: is('role', 'intern') } })]),
  ).find(({ code }) => code === 'unknown-choice')
  expect(found).toMatchObject({ path: 'questions.2.showIf', severity: 'warning' })
  expect(found?.message).toContain('“Your role?” with the choice "intern"')
  expect(found?.fix?.edits).toEqual([{ type: 'setShowIf', id: 'topic', when: undefined }])
})

test('an ending that nothing leads to is told from one that a lane chooses', () => {
  const endings: Form['endings'] = [
    { id: 'thanks', kind: 'message', title: 'Thank you' },
    { id: 'sales', kind: 'message', title: 'Talk soon', for: 'sales' },
    { id: 'other', kind: 'message', title: 'Bye' },
  ]
  expect(codes([role], { endings })).toEqual(['warning unreached-ending endings.2'])
})

test('a form whose every ending is for a lane lacks one for everybody', () => {
  const endings: Form['endings'] = [
    { id: 'thanks', kind: 'message', title: 'Talk soon', for: 'sales' },
  ]
  const [found] = findings(formOf([email, role], { endings }))
  expect(found?.code).toBe('no-default-ending')
  expect(found?.fix?.edits).toMatchObject([{ type: 'addEnding', ending: { id: 'thanks-1' } }])
})

test('a path that never asks how to reach the person is named', () => {
  const out = jumping(role, { when: is('role', 'student'), to: 'ending:bye' })
  const endings: Form['endings'] = [
    { id: 'thanks', kind: 'message', title: 'Thank you' },
    { id: 'bye', kind: 'message', title: 'See you' },
  ]
  const { findings: all, paths } = diagnose(formOf([out, email], { endings }))
  expect(all.find(({ code }) => code === 'contact-not-asked')?.message).toContain('“See you”')
  expect(paths).toMatchObject([
    { ending: 'bye', shortest: 1, longest: 1, asksContact: 'never' },
    { ending: null, shortest: 2, longest: 2, asksContact: 'always' },
  ])
})

test('questions that exclude each other may fill the same property', () => {
  const one = given(topic, { property: 'topic', showIf: is('role', 'student') })
  const filling = (showIf: Question['showIf']) =>
    codes([role, one, given(shortText('field'), { title: 'Field?', property: 'topic', showIf })])
  expect(filling(is('role', 'director'))).toEqual([])
  expect(filling({ not: is('role', 'director') })).toEqual([
    'warning property-filled-twice questions.3.property',
  ])
})

test('a recall names what was asked before, and says what stands for a missing answer', () => {
  const recalling = (title: string) => codes([role, topic, given(ok, { title })])
  expect(recalling('{{topic|that}} right?')).toEqual([])
  expect(recalling('{{role}} right?')).toEqual([])
  expect(recalling('{{topic}} right?')).toEqual(['hint recall-without-fallback questions.3.title'])
  expect(recalling('{{subject|that}} right?')).toEqual(['warning unknown-recall questions.3.title'])
  expect(codes([given(topic, { title: '{{role|You}}, your topic?' }), role])).toEqual([
    'warning recall-too-early questions.1.title',
  ])
})

test('whatever a question shows is read for recalls, in every language', () => {
  const recalling = '{{subject|that}}'
  const texts = { section: { title: recalling }, help: recalling, why: recalling }
  const matrix: Question = {
    id: 'm',
    kind: 'matrix',
    title: 'How good?',
    rows: [{ id: 'r', label: recalling }],
    choices: choices('Good'),
  }
  const scale: Question = { id: 's', kind: 'scale', title: 'S?', labels: { low: recalling } }
  const seats: Question = {
    id: 'n',
    kind: 'number',
    title: 'N?',
    unit: recalling,
    placeholder: recalling,
  }
  const translations = {
    de: { 'questions.n.unit': recalling, 'endings.thanks.title': `Danke, ${recalling}` },
  }
  const form = formOf([email, given(topic, texts), matrix, scale, seats], { translations })
  expect(
    findings(form)
      .map(({ code, path }) => `${code} ${path}`)
      .toSorted(),
  ).toEqual(
    [
      'questions.1.help',
      'questions.1.section.title',
      'questions.1.why',
      'questions.2.rows.0.label',
      'questions.3.labels.low',
      'questions.4.placeholder',
      'questions.4.unit',
      'translations.de.endings.thanks.title',
    ].map((path) => `unknown-recall ${path}`),
  )
})

test('a consent says what one agrees to, a pattern can be used, limits can be kept', () => {
  const consent: Question = { id: 'yes', kind: 'consent', title: '', purpose: 'contact' }
  const coded = given(topic, { validation: { pattern: '(?=x)' } })
  const number: Question = { id: 'n', kind: 'number', title: 'N?', validation: { min: 5, max: 1 } }
  const form = formOf([email, consent, coded, number])
  const found = diagnose(form, { isPattern: (pattern) => !pattern.includes('(?=') }).findings
  expect(found.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'consent-without-text',
    'invalid-pattern',
    'impossible-limits',
  ])
})

const model = (points: number): ScoringModel => ({
  schema: 1,
  name: 'Model',
  fit: {
    groups: [
      {
        id: 'role',
        label: 'Role',
        criteria: [{ id: 'd', label: 'Director', when: is('role', 'director'), points: 10 }],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'topic',
        label: 'Topic',
        criteria: [
          {
            id: 't',
            label: 'Has a topic',
            when: compared('question:topic', 'is-answered'),
            points,
          },
          { id: 'b', label: 'Has a budget', when: is('budget', true), points: 60 },
        ],
      },
    ],
  },
})

test('a lane that nobody can reach is told with its figures', () => {
  const form = formOf([email, role, topic])
  const { findings: found, lanes, paths } = diagnose(form, { model: model(48) })
  expect(found.find(({ code }) => code === 'unreachable-lane')?.message).toBe(
    'No path can reach Sales: the best possible intent is 48, the bar is 50.',
  )
  expect(lanes).toEqual(['prospecting', 'nurture'])
  expect(paths).toMatchObject([{ fit: { lowest: 0, highest: 100 }, intent: { highest: 48 } }])
  expect(diagnose(form, { model: model(50) }).lanes).toContain('sales')
})

test('a criterion that reads what the form never asks is named once', () => {
  const found = diagnose(formOf([email, role, topic]), { model: model(50) }).findings
  expect(found.filter(({ code }) => code === 'criterion-not-asked')).toMatchObject([
    { path: 'model.intent.groups.0.criteria.1', severity: 'hint' },
  ])
})

test('a long intake with hundreds of rules is followed to its end', () => {
  const form = largeForm()
  const { findings: found, shortest, longest } = diagnose(form)
  expect(form.questions).toHaveLength(389)
  expect(
    found.filter(({ code }) => code === 'unreachable-question').map(({ path }) => path),
  ).toEqual(['questions.8.showIf', 'questions.18.showIf'])
  expect([shortest, longest]).toEqual([7, 387])
})
