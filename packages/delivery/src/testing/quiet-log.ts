import type { Log } from '../sent.ts'

/** A log that keeps what it is told. */
export const quietLog = (): Log & { readonly lines: { fields: object; message: string }[] } => {
  const lines: { fields: object; message: string }[] = []
  const keep = (fields: object, message: string) => void lines.push({ fields, message })
  return { lines, info: keep, warn: keep, error: keep }
}
