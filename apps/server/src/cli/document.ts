import { readFileSync, statSync } from 'node:fs'
import type { ZodType } from 'zod'
import { Refusal } from './refusal.ts'

/** Reads a JSON file of the given shape; throws a Refusal that names the file, the place and the cause. */
export const readDocument = <T>(file: string, shape: ZodType<T>): T => {
  const document = parsedJson(file)
  if (!isWithin(document, deepest))
    throw new Refusal(`${file} is nested deeper than ${deepest} levels, which no document needs.`)
  const parsed = shape.safeParse(document)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(the whole)'}: ${message}`,
  )
  throw new Refusal(`${file} is not what it should be:\n${places.join('\n')}`)
}

const deepest = 64

const isWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1)))

/** Reads any JSON, of at most so many bytes; throws a Refusal that names the file and the cause. */
export const readJson = (file: string, { mostBytes }: { mostBytes: number }): unknown => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > mostBytes)
    throw new Refusal(
      `${file} is too large: ${megabytes(size)} MB, and at most ${megabytes(mostBytes)} MB are read.`,
    )
  return parsedJson(file)
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10

const parsedJson = (file: string): unknown => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
