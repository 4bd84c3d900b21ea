import type { Sent } from '../sent.ts'

/** What a failed try at a mail server means, in words that tell nothing of the recipient. */
export const outcomeOfFailure = (error: unknown): Sent => {
  const { code, command, status } = readFailure(error)
  const isAboutTheMail = command !== undefined && mailCommands.has(command)
  if (status !== undefined && signInStatuses.has(status)) {
    return { kind: 'retry', reason: 'the mail server did not accept our sign-in' }
  }
  if (isAboutTheMail && status !== undefined && status >= 500 && status !== outOfOrder) {
    return { kind: 'dead', reason: `the mail server refused it for good with ${status}` }
  }
  if (status !== undefined && status < 500) {
    return { kind: 'retry', reason: `the mail server asked to try again later with ${status}` }
  }
  return {
    kind: 'retry',
    reason: (code !== undefined && causes[code]) || 'the mail server could not be reached',
  }
}

/** A refusal of these concerns this mail; a refusal of any other, such as signing in, concerns our settings. */
const mailCommands = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])
/** These want a sign-in that our settings lack. */
const signInStatuses = new Set([530, 534, 535, 538])
/** Some servers answer 503 to a pooled connection they have forgotten. */
const outOfOrder = 503

const causes: { readonly [code: string]: string } = {
  EAUTH: 'the mail server did not accept our sign-in',
  ENOAUTH: 'the mail server did not accept our sign-in',
  EOAUTH2: 'the mail server did not accept our sign-in',
  ETLS: 'no secure connection to the mail server could be made',
  ETIMEDOUT: 'the mail server did not answer in time',
  ABORT_ERR: 'the mail server did not answer in time',
  EDNS: 'the name of the mail server does not resolve',
}

const readFailure = (error: unknown): { code?: string; command?: string; status?: number } => {
  if (!(error instanceof Error)) return {}
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('command' in error && typeof error.command === 'string' ? { command: error.command } : {}),
    ...('responseCode' in error && typeof error.responseCode === 'number'
      ? { status: error.responseCode }
      : {}),
  }
}
