import { afterEach, expect, test, vi } from 'vitest'
import { runCli } from './run-cli.ts'

afterEach(() => vi.restoreAllMocks())

test.each(['nonsense', 'constructor', 'toString', '__proto__'])(
  '"%s" is no command: 2, with those that there are',
  async (name) => {
    let said = ''
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    })
    expect(await runCli([name], { root: process.cwd() })).toBe(2)
    expect(said).toContain(`There is no command "${name}".`)
    expect(said).toContain('import surveyjs')
  },
)

test.each(['', 'help', '--help', 'serve --help', 'keys create --help'])(
  'help that was asked for is an answer: "%s"',
  async (line) => {
    const said = { out: '', err: '' }
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.out += String(text)
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.err += String(text)
      return true
    })
    expect(await runCli(line.split(' ').filter(Boolean), { root: process.cwd() })).toBe(0)
    expect(said.out).toContain('import surveyjs')
    expect(said.err).toBe('')
  },
)
