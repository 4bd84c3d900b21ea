/** A form document brought to the version that this release reads, or why it cannot be. */
export type Upgraded =
  | { readonly kind: 'upgraded'; readonly document: unknown }
  | {
      readonly kind: 'refused'
      readonly code: 'no-version' | 'future-version'
      readonly message: string
    }

type Step = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Step n makes version n + 1 of version n, `schema` included; there was only one version yet. */
const formSteps: readonly Step[] = []

/** The version of form documents that this release reads and writes. */
export const formVersion = formSteps.length + 1

/**
 * Takes a stored or exported form document through every version up to today's. What its questions
 * hold is not looked at; parse the result.
 */
export const upgradeForm = (document: unknown): Upgraded => {
  if (typeof document !== 'object' || document === null || !('schema' in document))
    return refused('no-version', 'it must say its version: "schema": 1')
  const { schema } = document
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    return refused('no-version', 'its "schema" must be a version: 1, 2, …')
  if (schema > formVersion)
    return refused(
      'future-version',
      `its version is ${schema}, and this release reads up to ${formVersion}: update the product first`,
    )
  return {
    kind: 'upgraded',
    document: formSteps
      .slice(schema - 1)
      .reduce<Readonly<Record<string, unknown>>>((older, step) => step(older), { ...document }),
  }
}

const refused = (code: 'no-version' | 'future-version', message: string): Upgraded => ({
  kind: 'refused',
  code,
  message,
})
