import { isUtf8 } from 'node:buffer'
import type { FileType } from '@bantam/schema'

/** What a file's bytes show it to be. */
export interface Sniffed {
  readonly type: FileType
  readonly mediaType: string
  /** Without a dot; undefined for texts, which bytes do not tell apart. */
  readonly extension: string | undefined
}

/**
 * Undefined for what is none of the types that forms take: programs, archives, pages that run scripts, documents with
 * macros, and the old formats of Office, which do not tell whether they hold any.
 */
export const sniff = async (bytes: Uint8Array): Promise<Sniffed | undefined> => {
  // Loaded with the first upload, which most servers never see.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found)
    return isPlainText(bytes)
      ? { type: 'text', mediaType: 'text/plain; charset=utf-8', extension: undefined }
      : undefined
  const type = types.get(found.mime)
  return type && { type, mediaType: found.mime, extension: found.ext }
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const types: ReadonlyMap<string, FileType> = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'image'],
  ['image/jpeg', 'image'],
  ['image/gif', 'image'],
  ['image/webp', 'image'],
  ['image/avif', 'image'],
  ['image/heic', 'image'],
  ['image/heif', 'image'],
  ['image/bmp', 'image'],
  ['image/tiff', 'image'],
  [`${office}.wordprocessingml.document`, 'document'],
  [`${open}.text`, 'document'],
  ['application/rtf', 'document'],
  [`${office}.spreadsheetml.sheet`, 'spreadsheet'],
  [`${open}.spreadsheet`, 'spreadsheet'],
  [`${office}.presentationml.presentation`, 'presentation'],
  [`${open}.presentation`, 'presentation'],
])

/** UTF-8 without control characters but tabs and ends of lines, and no page or picture of markup. */
const isPlainText = (bytes: Uint8Array): boolean =>
  isUtf8(bytes) &&
  bytes.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13) &&
  !/^\s*<(!doctype|html|head|body|script|svg|\?xml)/i.test(
    Buffer.from(bytes.subarray(0, 1000))
      .toString()
      .replace(/^\uFEFF/, ''),
  )
