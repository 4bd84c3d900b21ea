import { Form } from '@bantam/schema'
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importTypeform } from './import-typeform.ts'
import { branches, entrances, quiz, retry, strays } from './testing/definitions.ts'
import { randomDefinition } from './testing/random-definitions.ts'
import type { Source } from './testing/reference-walk.ts'
import { coursesOf } from './testing/courses.ts'

const imported = (source: unknown): Form => {
  const result = importTypeform(source)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return result.form
}

const own: readonly (readonly [string, Source])[] = [
  ['branches', branches],
  ['quiz', quiz],
  ['retry', retry],
  ['entrances', entrances],
  ['strays', strays],
]

test.each(own)('%s: the engine asks what the rules of the source ask', (_, source) => {
  const form = imported(source)
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { bySource, byEngine } = coursesOf(source, { form, seed, most: 19 })
      expect(byEngine).toEqual(bySource)
    }),
    { numRuns: 300 },
  )
})

const folder = '../shared/data/typeform'
const isThere = existsSync(folder)
const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.json')) : ['no files']

test.runIf(isThere).each(files)('%s: the engine asks what the rules of the source ask', (file) => {
  const source: Source = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const form = imported(source)
  expect(Form.parse(form)).toEqual(form)
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { bySource, byEngine } = coursesOf(source, { form, seed })
      expect(byEngine).toEqual(bySource)
    }),
    { numRuns: 200 },
  )
})

test('random definitions with jumps anywhere: the engine asks what their rules ask', () => {
  fc.assert(
    fc.property(randomDefinition({ hasVariables: false }), fc.nat(), (source, seed) => {
      const { bySource, byEngine } = coursesOf(source, { form: imported(source), seed, most: 19 })
      expect(byEngine).toEqual(bySource)
    }),
    { numRuns: 500 },
  )
})

test('random definitions with variables: the engine asks and counts what their rules do', () => {
  fc.assert(
    fc.property(randomDefinition({ hasVariables: true }), fc.nat(), (source, seed) => {
      const { bySource, byEngine } = coursesOf(source, { form: imported(source), seed })
      expect(byEngine).toEqual(bySource)
    }),
    { numRuns: 1000 },
  )
})
