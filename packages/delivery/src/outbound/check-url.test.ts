import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkUrl } from './check-url.ts'
import { createOutboundGuard } from './guard.ts'
import { UnsafeUrl } from './unsafe-url.ts'

const refusedUrls = [
  'not a url',
  'file:///etc/passwd',
  'ftp://example.com/',
  'javascript:alert(1)',
  'https://user:secret@example.com/',
  'https://user@example.com/',
  'https://example.com:8443/',
  'https://example.com:0/',
  'http://example.com:25/',
  'http://localhost/',
  'http://metadata/',
  'http://metadata.google.internal/',
  'http://printer.local/',
  'http://app.localhost/',
  'https://example.com./',
  'http://127.1/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fd00::1]/',
  'http://[fec0::1]/',
  'http://[1000::1]/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
]

test.each(refusedUrls)('refuses %s when it is saved', (url) => {
  expect(checkUrl(url, [])).toMatchObject({ ok: false, reason: expect.any(String) })
})

test.each([
  'https://hooks.example.com/path?query=1',
  'http://example.com/',
  'https://bücher.example/',
  'https://93.184.216.34/',
  'https://[2606:4700::1111]/',
])('accepts %s when it is saved', (url) => {
  expect(checkUrl(url, [])).toEqual({ ok: true })
})

test('a listed receiver may be private and on any port, and only that one', () => {
  const allow = ['127.0.0.1:9000', 'hooks:8080', '[::1]:9000']
  expect(checkUrl('http://127.0.0.1:9000/x', allow)).toEqual({ ok: true })
  expect(checkUrl('http://127.1:9000/x', allow)).toEqual({ ok: true })
  expect(checkUrl('https://hooks:8080/', allow)).toEqual({ ok: true })
  expect(checkUrl('http://[::1]:9000/', allow)).toEqual({ ok: true })
  expect(checkUrl('http://127.0.0.1:9001/x', allow).ok).toBe(false)
  expect(checkUrl('http://localhost:9000/x', allow).ok).toBe(false)
  expect(checkUrl('http://hooks./', allow).ok).toBe(false)
})

test('being listed excuses neither another scheme nor a password in the address', () => {
  expect(checkUrl('ftp://hooks:8080/', ['hooks:8080']).ok).toBe(false)
  expect(checkUrl('http://me:secret@hooks:8080/', ['hooks:8080']).ok).toBe(false)
})

test.each(['hooks', 'http://hooks:80', 'hooks:0x50', ':80', 'hooks:99999', 'a b:80'])(
  'an entry of the list that is no host and port is named: %s',
  (entry) => {
    expect(() => createOutboundGuard({ allow: [entry] })).toThrow(entry)
  },
)

const hostile = new URL('../../../../../shared/data/hostile/ssrf-urls.json', import.meta.url)

test.runIf(existsSync(hostile))(
  'every address of the hostile collection is refused at save and at send',
  async () => {
    const { block } = JSON.parse(readFileSync(hostile, 'utf8'))
    const guard = createOutboundGuard({ allow: [], resolve: async () => ['93.184.216.34'] })
    expect(block.length).toBeGreaterThan(50)
    for (const url of block) {
      expect(checkUrl(url, []), url).toMatchObject({ ok: false })
      await expect(guard.post(url, { headers: {}, body: '' }), url).rejects.toThrow(UnsafeUrl)
    }
  },
)
