/** Files as their first bytes make them, by what they are. */
export const bytesOf = {
  pdf: () => text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'),
  png: () =>
    Buffer.from(
      '89504e470d0a1a0a0000000d4948445200000001000000010806000000' +
        '1f15c4890000000049454e44ae426082',
      'hex',
    ),
  docx: () => office('word', 'wordprocessingml.document'),
  docm: () => office('word', 'document.macroEnabled', 'application/vnd.ms-word.'),
  xlsx: () => office('xl', 'spreadsheetml.sheet'),
  odt: () => zip([['mimetype', 'application/vnd.oasis.opendocument.text']]),
  zip: () => zip([['virus.exe', 'MZ']]),
  exe: () => Uint8Array.from([0x4d, 0x5a, ...Array.from({ length: 200 }, () => 0)]),
  csv: () => text('name,seats\nAda,12\nGrüße,3\n'),
} as const

export const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const office = (
  folder: string,
  ...[type, family = 'application/vnd.openxmlformats-officedocument.']: [string, string?]
) =>
  zip([
    [
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types><Override PartName="/${folder}/main.xml" ContentType="${family}${type}.main+xml"/></Types>`,
    ],
    [`${folder}/main.xml`, '<main/>'],
  ])

/** An archive of stored entries, without its directory: what a reader of its beginning needs. */
const zip = (entries: readonly (readonly [name: string, content: string])[]): Uint8Array =>
  Buffer.concat(
    entries.map(([name, content]) => {
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt16LE(20, 4)
      head.writeUInt32LE(Buffer.byteLength(content), 18)
      head.writeUInt32LE(Buffer.byteLength(content), 22)
      head.writeUInt16LE(Buffer.byteLength(name), 26)
      return Buffer.concat([head, Buffer.from(name), Buffer.from(content)])
    }),
  )
