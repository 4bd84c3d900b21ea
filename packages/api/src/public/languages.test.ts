import type { Form } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let workspaceId: string

beforeAll(async () => {
  world = await openWorld({
    widgetWords: (language) => (language.startsWith('de') ? { next: 'Weiter' } : undefined),
  })
  workspaceId = (await world.workspace()).id
})
afterAll(() => world.close())

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How big?',
      choices: [{ id: 'small', label: 'Small' }],
    },
    { id: 'email', kind: 'email', title: 'Where to?', property: 'email', required: true },
    { id: 'mails', kind: 'consent', title: 'Mails?', purpose: 'contact' },
  ],
  consents: [{ purpose: 'contact', text: 'Write to me', textVersion: '7' }],
  endings: [
    { id: 'thanks', kind: 'message', title: 'Thanks' },
    { id: 'soon', kind: 'message', title: 'Soon, {{size}}', for: 'nurture' },
  ],
  translations: {
    de: {
      'questions.size.title': 'Wie groß?',
      'questions.size.choices.small.label': 'Klein',
      'consents.contact.text': 'Schreiben Sie mir',
      'endings.soon.title': 'Bald, {{size}}',
    },
  },
}

const published = (draft: Form) => publishForm(world.storage, { workspaceId, draft })
const loaded = async (definition: Form) =>
  (await world.call('GET', `/v1/public/forms/${await published(definition)}`)).json
const submit = async (language?: string) => {
  const answers = { size: 'small', email: `${v7()}@acme.example`, mails: true }
  return world.call('POST', `/v1/public/forms/${await published(form)}/submissions`, {
    body: {
      version: 1,
      ...(language !== undefined && { language }),
      answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
    },
    headers: { 'idempotency-key': v7() },
  })
}

test('a form comes with how it begins in each of its languages', async () => {
  const { definition, languages } = await loaded(form)
  expect(definition.translations.de['questions.size.title']).toBe('Wie groß?')
  expect(languages).toEqual({
    en: {},
    de: {
      words: { next: 'Weiter' },
      question: {
        id: 'size',
        kind: 'single-choice',
        title: 'Wie groß?',
        choices: [{ id: 'small', label: 'Klein' }],
      },
    },
  })
})

test('a form in English alone brings nothing more, one in another language the words around it', async () => {
  const { translations: _, ...plain } = form
  expect((await loaded(plain)).languages).toBeUndefined()
  expect((await loaded({ ...plain, language: 'sv' })).languages).toBeUndefined()
  expect((await loaded({ ...plain, language: 'de-AT' })).languages).toEqual({
    'de-AT': { words: { next: 'Weiter' } },
  })
})

test.each([
  ['de', 'Bald, Klein', 'de'],
  ['en', 'Soon, Small', 'en'],
  ['xx', 'Soon, Small', 'en'],
  ['constructor', 'Soon, Small', 'en'],
  [undefined, 'Soon, Small', 'en'],
])('who reads the form in %s hears %s', async (language, title, read) => {
  const { status, json } = await submit(language)
  expect([status, json.ending.title]).toEqual([201, title])
  const kept = await world.storage.submissions.find(workspaceId, json.submissionId)
  expect(kept?.consent).toEqual([
    { purpose: 'contact', granted: true, textVersion: '7', language: read },
  ])
  expect(kept?.answers[0]).toMatchObject({ title: 'How big?', display: 'Small' })
})
