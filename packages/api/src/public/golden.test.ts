import { readdirSync, readFileSync } from 'node:fs'
import { Form, ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld } from '../testing/world.ts'

interface Transcript {
  readonly name: string
  readonly form: unknown
  readonly model?: unknown
  readonly hidden?: Record<string, string>
  readonly turns: readonly { readonly asks: string; readonly answer: unknown }[]
  readonly abandoned?: readonly { readonly questionId: string; readonly value: unknown }[]
  readonly ending: string
  readonly fit?: number
  readonly intent?: number
  readonly lane?: string
}

const folder = new URL('../../../../tests/conversations/', import.meta.url)
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Transcript)

describe.each(transcripts)('golden transcript: $name', (transcript) => {
  let world: Awaited<ReturnType<typeof openWorld>>
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('the API answers with the same ending and keeps the same score', async () => {
    const { id: workspaceId, keys } = await world.workspace()
    const formId = await publish(world, { workspaceId, transcript })
    const { turns, abandoned = [], hidden } = transcript
    const answers = await Promise.all(
      turns.map(async ({ asks, answer }) => ({
        questionId: asks,
        value: isOfFile(transcript, asks) ? await upload(world, formId) : answer,
      })),
    )
    const { status, json } = await world.call('POST', `/v1/public/forms/${formId}/submissions`, {
      body: { version: 1, answers: [...answers, ...abandoned], hidden },
      headers: { 'idempotency-key': v7() },
    })
    expect([status, json.ending?.id]).toEqual([201, transcript.ending])
    const path = `/v1/submissions/${json.submissionId}`
    const { json: kept } = await world.call('GET', path, { key: keys.owner })
    const { fit, intent, lane } = transcript
    if (transcript.model) expect(kept.score).toMatchObject({ fit, intent, lane })
    expect(kept.discarded).toEqual(
      expect.arrayContaining(abandoned.map(({ questionId }) => questionId)),
    )
  })
})

const isOfFile = ({ form }: Transcript, asked: string) =>
  Form.parse(form).questions.some(({ id, kind }) => id === asked && kind === 'file')

/** The answer to a file question is an upload's id, which this database has to know. */
const upload = async (
  { api }: Awaited<ReturnType<typeof openWorld>>,
  formId: string,
): Promise<string> => {
  const path = `http://localhost:3000/v1/public/forms/${formId}/uploads`
  const response = await api.request(path, { method: 'POST', body: 'a brief' })
  return Object(await response.json()).uploadId
}

const publish = async (
  { storage }: Awaited<ReturnType<typeof openWorld>>,
  { workspaceId, transcript }: { workspaceId: string; transcript: Transcript },
): Promise<string> => {
  const [formId, modelId, now] = [v7(), v7(), new Date()]
  const draft = Form.parse(transcript.form)
  const fresh = { workspaceId, revision: 1, publishedVersion: undefined, updatedAt: now }
  await publishForm(storage, { workspaceId, draft, id: formId })
  if (transcript.model) {
    await storage.models.create({
      ...fresh,
      id: modelId,
      draft: ScoringModel.parse(transcript.model),
    })
    await storage.models.publish(workspaceId, modelId, {
      revision: 1,
      rationale: '',
      now,
      by: undefined,
    })
  }
  return formId
}
