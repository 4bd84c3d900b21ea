import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachment, fileName } from './file-name.ts'
import { bytesOf, text } from '../testing/files.ts'
import { sniff } from './sniff.ts'

test.each([
  [bytesOf.pdf(), 'pdf', 'pdf'],
  [bytesOf.png(), 'image', 'png'],
  [bytesOf.docx(), 'document', 'docx'],
  [bytesOf.odt(), 'document', 'odt'],
  [bytesOf.xlsx(), 'spreadsheet', 'xlsx'],
  [bytesOf.csv(), 'text', undefined],
  [text('\uFEFFa text with a mark'), 'text', undefined],
])('%# is known by its bytes', async (bytes, type, extension) => {
  expect(await sniff(bytes)).toMatchObject({ type, extension })
})

test.each([
  ['a program', bytesOf.exe()],
  ['an archive', bytesOf.zip()],
  ['a document with macros', bytesOf.docm()],
  ['a page', text('<!DOCTYPE html><script>alert(1)</script>')],
  ['a page after a mark', text('\uFEFF \n<html onload=alert(1)>')],
  [
    'a picture that runs scripts',
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ['markup', text('<?xml version="1.0"?><svg/>')],
  ['a text with NUL', text('hello\0world')],
  ['a text that is not UTF-8', Uint8Array.from([0x68, 0xe9, 0x6c, 0x6c, 0xf6])],
  [
    'an old office document',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  ],
])('%s is none of the types', async (_, bytes) => {
  expect(await sniff(bytes)).toBeUndefined()
})

test('no bytes make the look at them throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(bytesOf)),
      fc.uint8Array({ maxLength: 60 }),
      fc.nat({ max: 80 }),
      async (make, noise, at) => {
        const bytes = Buffer.concat([Buffer.from(make()).subarray(0, at), noise])
        await expect(sniff(bytes)).resolves.not.toBeNull()
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['CV of Ada.pdf', 'pdf', 'CV of Ada.pdf'],
  ['invoice.exe', 'pdf', 'invoice.pdf'],
  ['photo.JPG.png', 'jpg', 'photo.JPG.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\Windows\\evil.docx', 'docx', 'evil.docx'],
  ['.htaccess', undefined, 'upload.txt'],
  ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie x=1.pdf'],
  ['cod\u202Efdp.exe', 'pdf', 'codfdp.pdf'],
  ['lone \uD800 half.pdf', 'pdf', 'lone  half.pdf'],
  ['', 'png', 'upload.png'],
  ['con.txt', undefined, 'con_.txt'],
  ['page.html', undefined, 'page.txt'],
  ['numbers.CSV', undefined, 'numbers.csv'],
  ['Grüße.pdf', 'pdf', 'Grüße.pdf'],
  [`${'x'.repeat(300)}.pdf`, 'pdf', `${'x'.repeat(100)}.pdf`],
])('the file %j of the type %s is called %j', (declared, extension, name) => {
  expect(fileName(declared, extension)).toBe(name)
})

test('a download is named so that every browser keeps it and none reads more into it', () => {
  expect(attachment('CV of Ada.pdf')).toBe(
    `attachment; filename="CV of Ada.pdf"; filename*=UTF-8''CV%20of%20Ada.pdf`,
  )
  expect(attachment('Grüße (1).pdf')).toBe(
    `attachment; filename="Gr__e (1).pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%281%29.pdf`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (declared) => {
      expect(attachment(fileName(declared, 'pdf'))).toMatch(
        /^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''[\w.~!%-]+\.pdf$/,
      )
    }),
  )
})
