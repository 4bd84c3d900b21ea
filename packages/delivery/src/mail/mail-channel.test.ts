import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { rowOf } from '../testing/memory-outbox.ts'
import { startMailServer, type MailServer } from '../testing/mail-server.ts'
import { listen } from '../testing/receiver.ts'
import { createMailChannel, type Mail } from './mail-channel.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const serving = async (options?: Parameters<typeof startMailServer>[0]): Promise<MailServer> => {
  const server = await startMailServer(options)
  closing.push(() => server.close())
  return server
}
const plain: Mail = {
  to: 'ada@example.com',
  subject: 'A new lead',
  html: '<p>Hello <b>Ada</b></p>',
  text: 'Hello Ada',
}
const channelTo = (smtpUrl: string, mail: Mail | undefined = plain, limit = 2_000) => {
  const channel = createMailChannel({
    smtpUrl,
    from: 'Bantam <desk@bantam.example>',
    content: async () => mail,
    limit,
  })
  closing.push(() => channel.close())
  return channel
}
const row = (kind = 'lead-assigned') => rowOf('019ab-mail', { channel: 'mail', kind })
const refusing = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

test('a mail reaches its one recipient in both forms, under an id made from its row', async () => {
  const server = await serving()
  expect(await channelTo(server.url, { ...plain, replyTo: 'lead@example.org' })(row())).toEqual({
    kind: 'done',
  })
  expect(server.taken).toHaveLength(1)
  const [mail] = server.taken
  expect(mail).toMatchObject({ from: 'desk@bantam.example', recipients: ['ada@example.com'] })
  expect(mail?.email).toMatchObject({
    from: { name: 'Bantam', address: 'desk@bantam.example' },
    to: [{ address: 'ada@example.com' }],
    replyTo: [{ address: 'lead@example.org' }],
    subject: 'A new lead',
    messageId: '<019ab-mail@bantam.example>',
  })
  expect(mail?.email.text?.trim()).toBe('Hello Ada')
  expect(mail?.email.html?.trim()).toBe('<p>Hello <b>Ada</b></p>')
})

test('a mail sent twice is one mail to its reader', async () => {
  const server = await serving()
  const channel = channelTo(server.url)
  await channel(row())
  await channel(row())
  expect(server.taken.map((mail) => mail.email.messageId)).toEqual(
    Array(2).fill('<019ab-mail@bantam.example>'),
  )
})

test('an acknowledgement asks machines not to answer, a mail to a rep does not', async () => {
  const server = await serving()
  const channel = channelTo(server.url)
  await channel(row('acknowledgement'))
  await channel(row())
  const automatic = server.taken.map(
    (mail) => mail.email.headers.find((header) => header.key === 'auto-submitted')?.value,
  )
  expect(automatic).toEqual(['auto-generated', undefined])
})

test('without a mail server rows are held with the words the delivery log shows', async () => {
  const channel = createMailChannel({ from: 'not even an address', content: async () => plain })
  expect(await channel(row())).toEqual({ kind: 'held', reason: 'no mail server configured' })
  channel.close()
})

test('a sender that is no address is refused at once', () => {
  const smtpUrl = 'smtp://127.0.0.1:1'
  expect(() => createMailChannel({ smtpUrl, from: 'Bantam', content: async () => plain })).toThrow(
    '"Bantam"',
  )
})

test('nothing is sent to what is no address, nor about what no longer exists', async () => {
  const server = await serving()
  expect(
    await channelTo(server.url, { ...plain, to: 'a@b.co, victim@example.com' })(row()),
  ).toMatchObject({ kind: 'dead' })
  const erased = createMailChannel({
    smtpUrl: server.url,
    from: 'desk@bantam.example',
    content: async () => undefined,
  })
  closing.push(() => erased.close())
  expect(await erased(row())).toMatchObject({ kind: 'dead' })
  expect(server.taken).toEqual([])
})

const own = [
  'Bob\r\nBcc: victim@example.com',
  '=?utf-8?q?=0d=0aBcc:v@e.c?=',
  'Bob\u2028Bcc: v@e.co',
  '<script>',
]
const collection = new URL('../../../../../shared/data/hostile/email-header.json', import.meta.url)
const hostile: readonly string[] = existsSync(collection)
  ? JSON.parse(readFileSync(collection, 'utf8'))
  : []

test('hostile text in subject and address adds no recipient and no header', async () => {
  const server = await serving()
  await channelTo(server.url)(row())
  const expected = server.taken[0]?.email.headers.map((header) => header.key)
  for (const text of [...own, ...hostile]) {
    const before = server.taken.length
    await channelTo(server.url, { ...plain, subject: `New lead: ${text}` })(row())
    const mail = server.taken[before]
    expect(mail?.recipients, text).toEqual(['ada@example.com'])
    expect(
      mail?.email.headers.map((header) => header.key),
      text,
    ).toEqual(expected)
    const sent = await channelTo(server.url, { ...plain, to: text, replyTo: text })(row())
    const toHostile = server.taken.slice(before + 1)
    if (sent.kind === 'done')
      expect(
        toHostile.map((each) => each.recipients.length),
        text,
      ).toEqual([1])
    else expect(toHostile, text).toEqual([])
  }
})

test('a text that looks like a path or an address is sent as text', async () => {
  const server = await serving()
  await channelTo(server.url, { ...plain, text: '/etc/passwd', html: 'http://127.0.0.1/' })(row())
  expect(server.taken[0]?.email.text?.trim()).toBe('/etc/passwd')
})

test.each([
  ['recipient', 550, 'dead', 'the mail server refused it for good with 550'],
  ['recipient', 451, 'retry', 'the mail server asked to try again later with 451'],
  ['sender', 530, 'retry', 'the mail server did not accept our sign-in'],
])('a %s refused with %i is %s', async (part, code, kind, reason) => {
  const refuse = (_: unknown, __: unknown, done: (error: Error) => void) => done(refusing(code))
  const server = await serving(part === 'sender' ? { onMailFrom: refuse } : { onRcptTo: refuse })
  expect(await channelTo(server.url)(row())).toEqual({ kind, reason })
})

test.each([
  [554, 'dead'],
  [452, 'retry'],
])('a message refused with %i is %s', async (code, kind) => {
  const server = await serving({
    onData: (stream, _, done) => {
      stream.resume()
      stream.on('end', () => done(refusing(code)))
    },
  })
  expect(await channelTo(server.url)(row())).toMatchObject({ kind })
})

test('a wrong password is our trouble, not the end of the mail', async () => {
  const server = await serving({
    authOptional: false,
    onAuth: (_, __, done) => done(new Error('Invalid login')),
  })
  const url = server.url.replace('smtp://', 'smtp://bantam:wrong@')
  expect(await channelTo(url)(row())).toEqual({
    kind: 'retry',
    reason: 'the mail server did not accept our sign-in',
  })
})

test('a server that is away, hangs after the message, or cuts the line is tried again', async () => {
  const away = await startMailServer()
  await away.close()
  const hanging = await serving({ onData: (stream) => void stream.resume() })
  const cutting = await listen(createServer((socket) => socket.end('220 hello\r\n')))
  const mute = await listen(createServer(() => undefined))
  closing.push(
    () => cutting.close(),
    () => mute.close(),
  )
  const urls = [away.url, hanging.url, `smtp://${cutting.place}`, `smtp://${mute.place}`]
  for (const url of urls)
    expect(await channelTo(url, plain, 300)(row()), url).toMatchObject({ kind: 'retry' })
})

test('a server that hung is used again once it has recovered', async () => {
  let isStuck = true
  const server = await serving({
    onRcptTo: (_, __, done) => {
      if (!isStuck) done()
    },
  })
  const channel = channelTo(server.url, plain, 200)
  expect(await Promise.all(Array.from({ length: 6 }, () => channel(row())))).toMatchObject(
    Array(6).fill({ kind: 'retry' }),
  )
  isStuck = false
  expect(await channel(row())).toEqual({ kind: 'done' })
  expect(server.taken).toHaveLength(1)
})
