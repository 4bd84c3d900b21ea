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

/** One command line read apart: what stands without a name, texts by name, switches, and `--json`. */
export interface Line<N extends string, S extends string> {
  readonly files: readonly string[]
  readonly options: { readonly [name in N]: string | undefined }
  readonly switches: { readonly [name in S | 'json']: boolean }
}

/** Reads a line that may also name files and throw switches; anything else on it is refused. */
export const readLine = <N extends string, S extends string>(
  args: readonly string[],
  { options, switches }: { options: readonly N[]; switches: readonly S[] },
): Line<N, S> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries([
        ...['json', ...switches].map((name) => [
          name,
          { type: 'boolean' as const, default: false },
        ]),
        ...options.map((name) => [name, { type: 'string' as const }]),
      ]),
    })
    return {
      files: positionals,
      options: values as Line<N, S>['options'],
      switches: values as Line<N, S>['switches'],
    }
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error))
  }
}

/** The option's text; throws a Refusal that names it when it is missing. */
export const needed = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Refusal(`--${name} is missing.`)
  return value
}
