import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface TakenMail {
  readonly from: string
  readonly recipients: readonly string[]
  readonly raw: string
  readonly email: Email
}

export interface MailServer {
  readonly url: string
  readonly taken: readonly TakenMail[]
  close(): Promise<void>
}

/** A real mail server on loopback that keeps what it takes; `options` make it refuse, hang or ask for a sign-in. */
export const startMailServer = async (options: SMTPServerOptions = {}): Promise<MailServer> => {
  const taken: TakenMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void PostalMime.parse(raw).then((email) => {
          const { mailFrom, rcptTo } = session.envelope
          taken.push({
            from: mailFrom === false ? '' : mailFrom.address,
            recipients: rcptTo.map((recipient) => recipient.address),
            raw: raw.toString('utf8'),
            email,
          })
          done()
        })
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
