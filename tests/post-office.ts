import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it is given. */
export interface PostOffice {
  readonly url: string
  readonly letters: readonly { readonly to: readonly string[]; readonly mail: Email }[]
  close(): Promise<void>
}

export const openPostOffice = async (port = 0): Promise<PostOffice> => {
  const letters: { to: string[]; mail: Email }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        PostalMime.parse(Buffer.concat(parts)).then(
          (mail) => {
            letters.push({ to, mail })
            done()
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
