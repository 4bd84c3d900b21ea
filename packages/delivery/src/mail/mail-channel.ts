import type { OutboxRecord } from '@bantam/storage'
import { createTransport } from 'nodemailer'
import type { Send } from '../sent.ts'
import { headerText } from './header-text.ts'
import { outcomeOfFailure } from './mail-outcome.ts'
import { readRecipient } from './recipient.ts'

/** A mail ready to be sent; `html` and `text` say the same. */
export interface Mail {
  /** One address, nothing around it. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** One address answers go to, when not the sender's. */
  readonly replyTo?: string | undefined
}

/** Writes a row's mail at the moment it is sent; undefined when what it was about no longer exists. */
export type MailContent = (row: OutboxRecord) => Promise<Mail | undefined>

/** Sends mail rows; `close` ends the connections it keeps to the mail server. */
export type MailChannel = Send & { close(): void }

/** Connections to the mail server; the dispatcher runs no more mails than this at a time. */
const connections = 4

/**
 * Delivers mail through the server at `smtpUrl`. Without one, rows are held: not lost, and not pretended to be sent.
 * The Message-ID comes from the row's id, so that a mail sent twice after a crash is one mail to its reader. Throws
 * when `from` is not an address, alone or as `Name <address>`.
 */
export const createMailChannel = (settings: {
  smtpUrl?: string | undefined
  from: string
  content: MailContent
  /** Milliseconds for one whole try; connecting and each silence have shorter limits. */
  limit?: number
}): MailChannel => {
  const { smtpUrl, content } = settings
  if (smtpUrl === undefined) {
    const hold: Send = async () => ({ kind: 'held', reason: 'no mail server configured' })
    return Object.assign(hold, { close: () => {} })
  }
  const sender = readSender(settings.from)
  const limit = settings.limit ?? 18_000
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    // Another try is the outbox's to make: it counts them.
    maxRequeues: 0,
    connectionTimeout: Math.min(5_000, limit),
    greetingTimeout: Math.min(5_000, limit),
    socketTimeout: Math.min(15_000, limit),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send: Send = async (row) => {
    const mail = await content(row)
    if (!mail) return { kind: 'dead', reason: 'what it was about no longer exists' }
    const to = readRecipient(mail.to)
    if (to === undefined) return { kind: 'dead', reason: 'the recipient has no valid address' }
    const replyTo = mail.replyTo === undefined ? undefined : readRecipient(mail.replyTo)
    try {
      await transport.sendMail({
        envelope: { from: sender.address, to: [to] },
        from: sender,
        to: { name: '', address: to },
        ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        messageId: `<${row.id}@${sender.domain}>`,
        headers: row.kind === 'acknowledgement' ? automatic : {},
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(limit),
      })
      return { kind: 'done' }
    } catch (error) {
      return outcomeOfFailure(error)
    }
  }
  return Object.assign(send, { close: () => transport.close() })
}

/** Keeps holiday replies from answering an answer (RFC 3834; the second is what Exchange heeds). */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

const readSender = (from: string): { name: string; address: string; domain: string } => {
  const [, name = '', bracketed] = /^(.*?)\s*<([^<>]+)>$/.exec(from.trim()) ?? []
  const address = (bracketed ?? from).trim()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
    throw new Error(`"${from}" is not a mail address to send from`)
  return { name: headerText(name.replace(/^"(.*)"$/, '$1')), address, domain }
}
