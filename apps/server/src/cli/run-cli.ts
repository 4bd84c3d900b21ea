import { commands, type Context } from './commands.ts'
import { Refusal } from './refusal.ts'

/**
 * Runs one command and resolves to its exit code: 0 done, 1 the answer is "no", 2 bad usage or input.
 * What a command answers goes to stdout, words about trouble to stderr.
 */
export const runCli = async (args: readonly string[], context: Context): Promise<number> => {
  const [name = 'help', ...rest] = args
  const found = commandAsked(name, rest)
  if (name === 'help' || args.includes('--help')) {
    process.stdout.write(usage())
    return 0
  }
  if (!found) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`)
    return 2
  }
  try {
    return await found.command.run(found.args, context)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const words = wordsOf(error)
    process.stderr.write(`${words ?? error.stack ?? error.message}\n`)
    return words === undefined ? 1 : 2
  }
}

/** Words for the person at the terminal; undefined for what nobody expected. */
const wordsOf = (error: Error): string | undefined => {
  if (error.name === 'StorageUnavailable') return `DATABASE_URL: ${error.message}.`
  return error instanceof Refusal || expected.has(error.name) ? error.message : undefined
}

/** Errors whose message is written for that person. */
const expected: ReadonlySet<string> = new Set([
  'WrongSettings',
  'UnreadableSecret',
  'DatabaseRefused',
])

const commandAsked = (name: string, rest: readonly string[]) => {
  const twoWords = commandNamed(`${name} ${rest[0] ?? ''}`)
  if (twoWords) return { command: twoWords, args: rest.slice(1) }
  const command = commandNamed(name)
  return command && { command, args: rest }
}

const commandNamed = (name: string) => (Object.hasOwn(commands, name) ? commands[name] : undefined)

const usage = (): string =>
  [
    'Usage: npm run --silent bantam -- COMMAND [--json]',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`),
    '',
  ].join('\n')
