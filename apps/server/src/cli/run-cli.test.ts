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
