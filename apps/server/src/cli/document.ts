import { readFileSync } from 'node:fs'
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
