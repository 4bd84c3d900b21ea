import { readFileSync, statSync } from 'node:fs'
import { checkTree, Problem } from '@bantam/api'
import type { ZodType } from 'zod'
import { Refusal } from './refusal.ts'

/** Reads a JSON file of the given shape; throws a Refusal that names the file, the place and the cause. */
export const readDocument = <T>(file: string, shape: ZodType<T>): T => {
  const parsed = shape.safeParse(parsedJson(file))
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(the whole)'}: ${message}`,
  )
  throw new Refusal(`${file} is not what it should be:\n${places.join('\n')}`)
}

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
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  checkDocument(document, { called: file, deepest })
  return document
}

const deepest = 64

/** Holds a document to what the API holds a body to; throws a Refusal that names it, the place and the cause. */
export const checkDocument = (
  document: unknown,
  { called, deepest: levels }: { called: string; deepest: number },
): void => {
  try {
    checkTree(document, { deepest: levels })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [place] = error.errors
    throw new Refusal(
      place
        ? `${called} cannot be taken:\n  ${place.path || '(the whole)'}: ${place.message}`
        : `${called} is nested deeper than ${levels} levels, which no document needs.`,
    )
  }
}
