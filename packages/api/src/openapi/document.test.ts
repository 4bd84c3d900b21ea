import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let text: string
beforeAll(async () => {
  world = await openWorld()
  text = (await world.call('GET', '/openapi.json')).text
})
afterAll(() => world.close())

test('every operation has a name of its own, words, a tag, answers and the problem', () => {
  const { openapi, paths } = JSON.parse(text)
  expect(openapi).toBe('3.1.0')
  const operations = Object.values<object>(paths).flatMap((item) =>
    Object.values<Operation>({ ...item }),
  )
  for (const { operationId, summary, tags, responses } of operations) {
    expect([operationId, summary, tags]).toEqual([
      expect.any(String),
      expect.any(String),
      [expect.any(String)],
    ])
    expect([operationId, Object.keys(responses)]).toEqual([
      operationId,
      expect.arrayContaining(['default']),
    ])
  }
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
})
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly responses: { readonly [status: string]: unknown }
}

test('every reference of the document leads somewhere in it', () => {
  const document = JSON.parse(text)
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  const found = (path: string) =>
    path
      .split('/')
      .reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter((path) => found(path) === undefined)).toEqual([])
})

test('the stored documents are described down to their conditions', () => {
  const { schemas } = JSON.parse(text).components
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['Form', 'ScoringModel', 'Routing', 'LeadItem', 'Problem']),
  )
  expect(schemas.Form.properties.questions.items).toBeDefined()
})
