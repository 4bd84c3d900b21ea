import { parseArgs } from 'node:util'
import { Refusal } from './refusal.ts'

/** The named options as texts plus `--json`; anything else on the line is refused. */
export const readOptions = <N extends string>(
  args: readonly string[],
  names: readonly N[],
): { readonly json: boolean } & { readonly [name in N]: string | undefined } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries([
        ['json', { type: 'boolean' as const, default: false }],
        ...names.map((name) => [name, { type: 'string' as const }]),
      ]),
    })
    return values as ReturnType<typeof readOptions<N>>
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error))
  }
}

/** The option's text; throws a Refusal that names it when it is missing. */
export const needed = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Refusal(`--${name} is missing.`)
  return value
}
