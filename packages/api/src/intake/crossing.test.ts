import { readdirSync, readFileSync } from 'node:fs'
import { bantOf, compileForm, compileModel, compileRouting } from '@bantam/engine'
import { Form, ScoringModel } from '@bantam/schema'
import type { IntakeSeen, UploadRecord } from '@bantam/storage'
import { describe, expect, test } from 'vitest'
import { leadOf } from '../testing/records.ts'
import { arrive, leave } from './crossing.ts'
import { decide } from './decide.ts'
import { defaultRouting, emptyModel } from './defaults.ts'
import type { Definitions, FormVersion } from './directory.ts'
import { prepare, type Prepared } from './prepared.ts'

interface Transcript {
  readonly name: string
  readonly form: unknown
  readonly model?: unknown
  readonly hidden?: Record<string, string>
  readonly turns: readonly { readonly asks: string; readonly answer: unknown }[]
}

const folder = new URL('../../../../tests/conversations/', import.meta.url)
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Transcript)

const now = new Date('2026-03-02T10:00:00Z')
const workspaceId = 'workspace'

const definitionsOf = (model: ScoringModel): Definitions => {
  const routing = defaultRouting([])
  const rule = { id: 'asks', label: 'Asks', to: { destination: 'prospecting' as const } }
  const asks = (ref: string) => ({ ref, op: 'is-answered' as const })
  const when = { all: [asks('property:role'), asks('calculation:price')] }
  return {
    workspaceName: 'Test',
    model: ({ definition }) => compileModel(model, { version: 1, bant: bantOf(definition) }),
    pages: [],
    routing: compileRouting({ ...routing, rules: [{ ...rule, when }, ...routing.rules] }),
    members: [],
    absences: new Map(),
    webhooks: [],
  }
}

const preparedOf = ({ form: draft, model, hidden, turns }: Transcript): Prepared => {
  const definition = Form.parse(draft)
  const form: FormVersion = {
    workspaceId,
    formId: 'form',
    version: 1,
    definition,
    compiled: compileForm(definition),
  }
  const sent = turns.map(({ asks, answer }) => ({ questionId: asks, value: answer }))
  const isFile = (id: string) =>
    definition.questions.some((question) => question.id === id && question.kind === 'file')
  const uploads = sent.flatMap(({ questionId, value }) =>
    isFile(questionId) ? [[String(value), upload(String(value))] as const] : [],
  )
  const preparation = prepare(
    { version: 1, answers: sent, hidden, page: { url: 'https://www.site.example/?utm_source=x' } },
    {
      form,
      definitions: definitionsOf(model === undefined ? emptyModel : ScoringModel.parse(model)),
      key: 'key',
      fingerprint: 'print',
      visitorHash: 'visitor',
      signals: [{ name: 'pricing', at: now.getTime() }],
      uploads: new Map(uploads),
      now,
    },
  )
  if (preparation.kind === 'refused') throw new Error(JSON.stringify(preparation.errors))
  return preparation.submission
}

const upload = (id: string) => ({ id, name: 'brief.pdf', type: 'pdf', size: 10 }) as UploadRecord

/** What lands in the database, texts read. */
const decided = (submission: Prepared, seen: Partial<IntakeSeen> = {}) => {
  let serial = 0
  const { submissions, leads, ...rest } = decide(
    [submission],
    { submissions: [], leads: [], open: [], credits: [], ...seen },
    { now, newId: () => `id-${serial++}`, hasMailServer: true },
  )
  return {
    ...rest,
    submissions: submissions.map(({ said, ...row }) => ({ ...row, said: JSON.parse(said.text) })),
    leads: leads.map(({ lead, isNew }) => ({
      isNew,
      lead:
        'packed' in lead
          ? { ...lead, packed: { ...lead.packed, properties: JSON.parse(lead.packed.properties) } }
          : lead,
    })),
  }
}

const crossed = (one: Prepared): Promise<Prepared> =>
  arrive(leave(one), async () => ({ form: one.form, definitions: one.definitions }))

/** Nobody sees the statement, nor is it an answer, but whoever comes through it pays more. */
const passing: Transcript = {
  name: 'a statement that passes unseen steers a calculation',
  form: {
    schema: 1,
    title: 'Passing',
    language: 'en',
    questions: [
      { id: 'role', kind: 'short-text', title: 'Role?', property: 'role' },
      { id: 'extra', kind: 'statement', title: 'Extra', passes: true },
      { id: 'mail', kind: 'email', title: 'Email?' },
    ],
    calculations: [
      {
        id: 'price',
        type: 'number',
        start: 10,
        steps: [{ do: 'add', value: 5, when: { ref: 'question:extra', op: 'is', value: true } }],
      },
    ],
    endings: [{ id: 'thanks', kind: 'message', title: 'Thanks' }],
  },
  turns: [
    { asks: 'role', answer: 'Buyer' },
    { asks: 'mail', answer: 'bo@two.example' },
  ],
}

describe.each([...transcripts, passing])(
  '$name, prepared on one thread and decided on another',
  (transcript) => {
    const one = preparedOf(transcript)

    test('is decided as it would be where it was prepared', async () => {
      expect(decided(await crossed(one))).toEqual(decided(one))
    })

    test('is decided alike where its lead is known', async () => {
      const email = one.email === '' ? 'ana@one.example' : one.email
      const { lead } = leadOf({ workspaceId, formId: 'form' }, { email })
      const there = decided({ ...(await crossed(one)), email }, { leads: [lead] })
      expect(there).toEqual(decided({ ...one, email }, { leads: [lead] }))
      expect(there.leads).toMatchObject([{ isNew: false, lead: { submissions: 2 } }])
    })

    test('says the same by ref on both sides', async () => {
      const { values } = await crossed(one)
      expect(values()).toEqual(one.values())
    })
  },
)

test('what passed unseen counts in what was calculated', async () => {
  const { values } = await crossed(preparedOf(passing))
  expect(values()).toMatchObject({ 'calculation:price': 15 })
})
