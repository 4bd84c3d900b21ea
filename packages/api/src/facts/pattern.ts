import { RE2JS } from 're2js'

/**
 * Whether a text is a pattern that answers can be held to: RE2's syntax, which every text is judged by in time linear in
 * its length, and of a size that keeps the time short.
 */
export const isPattern = (text: string): boolean => compiled(text) !== undefined

/** Whether the whole text matches. What is no pattern refuses nobody: checking the form has said so. */
export const matches = (pattern: string, text: string): boolean =>
  compiled(pattern)?.matches(text) ?? true

/** Steps of a compiled pattern; each may be taken once per character. */
const largest = 1000
const mostKept = 500
const kept = new Map<string, RE2JS | undefined>()

const compiled = (text: string): RE2JS | undefined => {
  if (kept.has(text)) return kept.get(text)
  const pattern = compile(text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, pattern)
  return pattern
}

const compile = (text: string): RE2JS | undefined => {
  try {
    const pattern = RE2JS.compile(text)
    return pattern.programSize() > largest ? undefined : pattern
  } catch {
    return undefined
  }
}
