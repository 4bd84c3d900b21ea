import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Form } from '@bantam/schema'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runCli } from './run-cli.ts'
import { inWorkshop } from './workshop.ts'

const root = mkdtempSync(join(tmpdir(), 'bantam-import-'))
const context = { root: process.cwd() }

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', `file:${join(root, 'bantam.db')}`)
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

const definition = {
  title: 'Feedback',
  fields: [{ ref: 'how', title: 'How was it?', type: 'long_text' }],
}

const fileOf = (name: string, text: string): string => {
  const file = join(root, name)
  writeFileSync(file, text)
  return file
}
const lossless = fileOf('lossless.json', JSON.stringify(definition))
const lossy = fileOf('lossy.json', JSON.stringify({ ...definition, theme: { href: 'x' } }))

/** Runs a command as the terminal does. */
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
  return { code: await runCli(['import', 'typeform', ...args], context), ...said }
}

test('--json prints the form and the report as one document', async () => {
  const { code, out } = await run(lossy, '--json')
  const { form, report } = JSON.parse(out)
  expect(code).toBe(0)
  expect(Form.parse(form)).toMatchObject({ title: 'Feedback', questions: [{ id: 'how' }] })
  expect(report.kept.map(({ path }: { path: string }) => path)).toEqual([
    '/title',
    '/fields',
    '/fields/0',
  ])
  expect(report.dropped).toEqual([
    {
      what: 'key',
      name: 'theme',
      path: '/theme',
      why: 'How the form looks is set by its own theme here.',
    },
  ])
})

test('without --json each element is told by name', async () => {
  const { code, out } = await run(lossy)
  expect(code).toBe(0)
  expect(out).toContain('“Feedback”: 1 question\n')
  expect(out).toContain('kept 3\n')
  expect(out).toContain('  field “How was it?” (/fields/0)')
  expect(out).toContain('dropped 1\n  key “theme” (/theme): How the form looks')
})

test('what nothing knows is told apart from what is dropped for a reason', async () => {
  const odd = { ...definition, theme: { href: 'x' }, toString: 1, fields: [...definition.fields] }
  odd.fields.push({ ref: 'sound', title: 'Sing!', type: 'karaoke' })
  const { code, out } = await run(fileOf('odd.json', JSON.stringify(odd)))
  expect(code).toBe(0)
  expect(out).toContain('dropped 3\n')
  expect(out).toMatch(/\nunknown 2, of those dropped\n {2}\/fields\/1\n {2}\/toString\n$/)
  expect((await run(lossy)).out).toMatch(/\nunknown 0\n$/)
})

test('--strict answers a loss with 1 and stores nothing', async () => {
  expect((await run(lossless, '--strict')).code).toBe(0)
  const { code, out } = await run(lossy, '--strict', '--save', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).not.toHaveProperty('saved')
})

test.each([
  ['malformed JSON', '{"fields": [', 'is not JSON'],
  ['another product', '{"pages": []}', 'SurveyJS'],
  ['no object', '[]', '(the whole): This is no Typeform definition'],
  [
    'a ref used twice',
    JSON.stringify({ fields: [...definition.fields, ...definition.fields] }),
    '/fields/1: The ref "how"',
  ],
  ['10 MB', ' '.repeat(10_000_000), 'is too large: 10 MB, and at most 5 MB are read'],
])('%s is refused with 2, the file and the cause', async (name, text, cause) => {
  const file = fileOf(`${name}.json`, text)
  const { code, out, err } = await run(file, '--save')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(file)
  expect(err).toContain(cause)
})

test('a file that is missing, or none at all, is refused with 2', async () => {
  expect(await run(join(root, 'missing.json'))).toMatchObject({ code: 2, out: '' })
  expect(await run()).toMatchObject({ code: 2, err: 'Name one FILE to import.\n' })
})

test('--save stores a draft in the only workspace, or in the one that is named', async () => {
  expect(await run(lossless, '--save')).toMatchObject({
    code: 2,
    err: 'There is no workspace yet to save the form in.\n',
  })
  const create = (slug: string) =>
    inWorkshop(context, ({ storage }) =>
      storage.workspaces.create({
        id: slug,
        name: slug,
        slug,
        isDemo: false,
        createdAt: new Date(0),
      }),
    )
  await create('one')
  const { saved } = JSON.parse((await run(lossless, '--save', '--json')).out)
  const stored = await inWorkshop(context, ({ storage }) => storage.forms.find('one', saved.id))
  expect(stored).toMatchObject({ slug: saved.slug, draft: { title: 'Feedback' }, revision: 1 })
  const audit = await inWorkshop(context, ({ storage }) => storage.audit.page('one', { limit: 10 }))
  expect(audit.items).toMatchObject([
    { action: 'form.created', subject: saved.id, actorId: undefined },
  ])

  const bare = fileOf('nul.json', JSON.stringify({ ...definition, title: 'a\0b' }))
  expect(await run(bare, '--save')).toMatchObject({ code: 2, out: '' })
  const forms = await inWorkshop(context, ({ storage }) => storage.forms.page('one', { limit: 10 }))
  expect(forms.items.map(({ id }) => id)).toEqual([saved.id])

  await create('two')
  expect(await run(lossless, '--save')).toMatchObject({
    code: 2,
    err: 'There are several workspaces: name one with --workspace SLUG.\n',
  })
  const { out } = await run(lossless, '--save', '--workspace', 'two', '--json')
  expect(JSON.parse(out)).toMatchObject({ saved: { workspace: 'two' } })
  expect(await run(lossless, '--save', '--workspace', 'none')).toMatchObject({ code: 2 })
})
