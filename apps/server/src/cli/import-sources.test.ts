import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { runCli } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'bantam-sources-'))
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(root, { recursive: true }))

/** Runs `import FROM` on a file of this content, as the terminal does. */
const run = async (from: string, content: unknown, ...more: readonly string[]) => {
  const file = join(root, 'definition.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  const said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text)
    return true
  })
  const code = await runCli(['import', from, file, ...more], { root: process.cwd() })
  return { code, file, ...said }
}

const survey = {
  title: 'A survey',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'boolean', name: 'budget', title: 'Is there a budget?', isRequired: true },
        { type: 'text', name: 'amount', inputType: 'number', visibleIf: '{budget} = true' },
      ],
    },
  ],
}
const form = {
  schema: 1,
  title: 'Ours',
  language: 'en',
  questions: [{ id: 'a', kind: 'short-text', title: 'A' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
}

test('a SurveyJS definition becomes a form, with a report', async () => {
  const { code, out } = await run('surveyjs', survey, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    form: {
      questions: [
        { id: 'budget', kind: 'yes-no', required: true },
        {
          id: 'amount',
          kind: 'number',
          showIf: { ref: 'question:budget', op: 'is', value: true },
        },
      ],
    },
    report: { changed: [], dropped: [] },
  })
})

test('keys that only objects inherit are dropped, by name', async () => {
  const keys = ['toString', 'valueOf', 'hasOwnProperty']
  const fields = [{ ref: 'a', title: 'A', type: 'short_text' }]
  const inherited = Object.fromEntries(keys.map((key) => [key, 1]))
  const { code, out } = await run('typeform', { fields, ...inherited }, '--json')
  expect([code, JSON.parse(out).report.unknown]).toEqual([0, keys.map((key) => `/${key}`)])
})

test('a form of this product comes back as it is', async () => {
  const { code, out } = await run('bantam', form, '--json')
  expect([code, JSON.parse(out).form]).toEqual([0, form])
})

const elements = (...all: readonly object[]) => ({ elements: all })
const nested = (levels: number): object =>
  levels > 0
    ? { type: 'panel', name: `p${levels}`, elements: [nested(levels - 1)] }
    : { type: 'text', name: 'deep' }
const conditional = (levels: number) => ({
  ...form,
  questions: [{ ...form.questions[0], showIf: negated(levels) }],
})
const negated = (levels: number): object =>
  levels > 0 ? { not: negated(levels - 1) } : { ref: 'question:a', op: 'is-answered' }
const deepText = `{"elements": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`

describe('what is refused', () => {
  test.each<[string, string, unknown, string]>([
    ['malformed JSON', 'surveyjs', '{"pages": [', 'is not JSON'],
    ['an empty file', 'surveyjs', '', 'is not JSON'],
    ['a list', 'surveyjs', [], '(the whole): This is no SurveyJS definition'],
    ['nothing known', 'surveyjs', { a: 1 }, 'neither "pages" nor "elements"'],
    ['a Typeform definition', 'surveyjs', { fields: [] }, 'use `import typeform`'],
    ['one of ours', 'surveyjs', form, 'use `import bantam`'],
    ['a SurveyJS definition as ours', 'bantam', survey, 'use `import surveyjs`'],
    ['a version to come', 'bantam', { ...form, schema: 2 }, '/schema: The form cannot be read'],
    [
      'a question id used twice',
      'bantam',
      { ...form, questions: [...form.questions, ...form.questions] },
      '/questions/1/id',
    ],
    [
      'a name used twice',
      'surveyjs',
      elements({ type: 'text', name: 'a' }, { type: 'text', name: 'A' }),
      '/elements/1: The name "A" is used at /elements/0 already',
    ],
    ['a question without a name', 'surveyjs', elements({ type: 'text' }), '/elements/0'],
    [
      'a target that is missing',
      'surveyjs',
      {
        ...survey,
        triggers: [{ type: 'skip', expression: '{budget} = false', gotoName: 'gone' }],
      },
      '/triggers/0/gotoName: It leads to "gone"',
    ],
    ['pages that are no list', 'surveyjs', { pages: [], elements: {} }, '/elements'],
    ['an entry that is no object', 'surveyjs', { elements: ['a'] }, '/elements/0'],
    ['nothing asked', 'surveyjs', { pages: [] }, 'no question'],
    ['panels without end', 'surveyjs', elements(nested(100)), 'nested deeper than 64'],
    ['lists without end', 'surveyjs', deepText, 'nested deeper than 64'],
    ['a condition without end', 'bantam', conditional(200), 'nested deeper than 64'],
    [
      'a form deeper than the API takes one',
      'bantam',
      conditional(40),
      'nested deeper than 32 levels',
    ],
    [
      'a NUL in a text',
      'bantam',
      { ...form, title: 'a\0b' },
      '\n  title: holds a NUL or a lone surrogate',
    ],
    [
      'half of a character pair',
      'typeform',
      { fields: [{ ref: 'a', type: 'short_text', title: '\ud800' }] },
      '\n  fields.0.title: holds a NUL or a lone surrogate',
    ],
    [
      'a NUL in a key',
      'surveyjs',
      JSON.stringify(survey).replace('"title"', String.raw`"ti\u0000tle"`),
      '\n  title: holds a NUL or a lone surrogate',
    ],
    [
      'a key that reaches for prototypes',
      'typeform',
      '{"fields": [], "__proto__": {}}',
      '\n  __proto__: "__proto__" is not allowed as a key',
    ],
    ['10 MB', 'surveyjs', ' '.repeat(10_000_000), 'is too large'],
  ])('%s: 2, the file, the place and the cause', async (_, from, content, cause) => {
    const { code, out, err } = await run(from, content, '--save')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/definition\.json|^The form/)
    expect(err).toContain(cause)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
