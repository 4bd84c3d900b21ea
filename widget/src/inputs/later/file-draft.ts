import type { FileType, QuestionOf } from '@bantam/schema'
import type { Speech } from '../../speech.ts'

type FileQuestion = QuestionOf<'file'>
type FileWords = NonNullable<Speech['file']>

/** A file that is stored already, as the draft keeps it over a reload; `size` in bytes. */
export interface Stored {
  readonly uploadId: string
  readonly name: string
  readonly size?: number
}

/** Reads a kept draft, or an answer that is the bare upload id. */
export const storedOf = (draft: unknown, words: FileWords): Stored | undefined => {
  if (typeof draft === 'string' && draft) return { uploadId: draft, name: words.sent }
  const { uploadId, name, size } = Object(draft)
  return typeof uploadId === 'string' && typeof name === 'string'
    ? { uploadId, name, ...(typeof size === 'number' && { size }) }
    : undefined
}

/** The largest file taken, in bytes. */
export const largestOf = ({ validation }: FileQuestion) => validation?.maxBytes ?? 10 * 1024 * 1024

/** What the browser's own dialog should offer. The server looks at the bytes itself. */
export const acceptOf = ({ validation }: FileQuestion): string =>
  (validation?.types ?? allTypes).map((type) => endings[type]).join()

/** "PDF or image". */
export const typesInWords = ({ validation }: FileQuestion, words: FileWords): string => {
  const names = (validation?.types ?? allTypes).map((type) => words.types[type])
  const list = [names.slice(0, -1).join(words.comma), names.at(-1)].filter(Boolean).join(words.or)
  return list.charAt(0).toUpperCase() + list.slice(1)
}

/** 1,048,576 bytes are "1 MB". */
export const sizeInWords = (
  bytes: number,
  { units: [kilo = 'KB', mega = 'MB'] }: FileWords,
): string => {
  const [size, unit] =
    bytes < 1024 * 1024 ? [Math.max(1, bytes / 1024), kilo] : [bytes / 1024 / 1024, mega]
  return `${Number(size.toFixed(size < 10 ? 1 : 0))} ${unit}`
}

const endings: { readonly [T in FileType]: string } = {
  pdf: '.pdf',
  image: 'image/*',
  document: '.doc,.docx,.odt,.rtf',
  spreadsheet: '.xls,.xlsx,.ods,.csv',
  presentation: '.ppt,.pptx,.odp,.key',
  text: '.txt,.md,.csv,text/plain',
}
const allTypes = Object.keys(endings) as FileType[]
