import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { demoModel } from '../demo/model.ts'
import { demoRequest } from '../demo/demo-request.ts'
import { runCli } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'bantam-diagnose-'))
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(root, { recursive: true }))

const fileOf = (name: string, content: unknown): string => {
  const file = join(root, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const good = fileOf('good.json', demoRequest)
const model = fileOf('model.json', demoModel)

/** Runs the command as the terminal does. */
const run = async (...args: readonly string[]) => {
  const said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text)
    return true
  })
  return { code: await runCli(['diagnose', ...args], { root: process.cwd() }), ...said }
}

test('--json prints the diagnosis as one document', async () => {
  const { code, out } = await run(good, '--model', model, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    findings: expect.any(Array),
    shortest: 6,
    longest: 16,
    coverage: { budget: 'sometimes' },
    lanes: ['sales', 'prospecting', 'nurture', 'disqualified'],
  })
})

test('a flaw is a "no", told with its place and its repair', async () => {
  const [first, ...rest] = demoRequest.questions
  const jumps = [{ when: { all: [] }, to: 'ending:gone' }]
  const { code, out } = await run(
    fileOf('flawed.json', { ...demoRequest, questions: [{ ...first, jumps }, ...rest] }),
  )
  expect(code).toBe(1)
  expect(out).toContain('error unknown-ending at questions.0.jumps.0.to')
  expect(out).toContain('Repair: Remove the jump.')
})

test.each([
  ['no file', [], 'Name one FILE'],
  ['a file that is not there', ['nowhere.json'], 'nowhere.json cannot be read'],
  ['what is not JSON', [fileOf('torn.json', '{"schema": 1,')], 'torn.json is not JSON'],
  [
    'a definition of another product',
    [fileOf('other.json', { fields: [], thankyou_screens: [] })],
    'questions: ',
  ],
  [
    'an id that is used twice',
    [
      fileOf('twice.json', {
        ...demoRequest,
        questions: [...demoRequest.questions, demoRequest.questions[0]],
      }),
    ],
    'questions.17.id: the id "first-name" is used twice',
  ],
  [
    'endless nesting',
    [fileOf('deep.json', `${'{"not":'.repeat(5000)}1${'}'.repeat(5000)}`)],
    'deep.json is nested deeper than 64 levels',
  ],
  [
    '10 MB of something else',
    [fileOf('big.json', JSON.stringify({ text: 'x'.repeat(10_000_000) }))],
    'big.json',
  ],
])('%s is refused with its cause', async (_, args, words) => {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
})
