import { allowListOf } from '@bantam/delivery'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** Every setting, its default and its rule; the table in docs/settings.md says the same in words. */
const Settings = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65_534).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address', abort: true })
    .regex(/^[^/]+\/\/[^/?#@]+\/*$/, {
      error: 'must end with the host or the port: nothing of a path is understood',
    })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, { error: 'must be file:PATH or postgres://…' })
    .default('file:./data/bantam.db'),
  FILES_URL: z
    .string()
    .refine((url) => !url.startsWith('s3:'), {
      error:
        's3://… is not supported by this build; use file:PATH, a folder that every node shares',
      abort: true,
    })
    .regex(/^file:.+$/, { error: 'must be file:PATH' })
    .optional(),
  SECRET_KEY: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be smtp://HOST… or smtps://HOST…',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must be an address such as forms@example.com or Forms <forms@example.com>',
    })
    .optional(),
  TRUST_PROXY: z
    .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
    .default('false'),
  RATE_LIMIT: z
    .union([z.literal('off'), z.coerce.number().int().min(1)], {
      error: 'must be a whole number or off',
    })
    .default(120),
  OUTBOUND_ALLOW: z
    .string()
    .default('')
    .transform((text, { issues }) => {
      const entries = text.split(',').filter(Boolean)
      try {
        allowListOf(entries)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        issues.push({ code: 'custom', input: text, message })
      }
      return entries
    }),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string }
  /** Folder of the uploads. */
  readonly files: string
  readonly secretKey: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly trustProxy: boolean
  readonly rateLimit: number | undefined
  readonly outboundAllow: readonly string[]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** A setting that cannot be right: nothing starts. One line per setting, naming it and its rule. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
}

/** Reads the environment once; an empty value counts as absent. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success)
    throw new WrongSettings(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    )
  const settings = parsed.data
  const database = databaseOf(settings.DATABASE_URL)
  if (database.kind === 'postgres' && !settings.SECRET_KEY)
    throw new WrongSettings('SECRET_KEY: is required with PostgreSQL, the same on every node')
  const baseUrl = (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  return {
    port: settings.PORT,
    host: settings.HOST,
    baseUrl,
    database,
    files: filesOf(settings.FILES_URL, database),
    secretKey: settings.SECRET_KEY,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? `Bantam <bantam@${new URL(baseUrl).hostname}>`,
    trustProxy: settings.TRUST_PROXY === 'true' || settings.TRUST_PROXY === '1',
    rateLimit: settings.RATE_LIMIT === 'off' ? undefined : settings.RATE_LIMIT,
    outboundAllow: settings.OUTBOUND_ALLOW,
    logLevel: settings.LOG_LEVEL,
  }
}

/** Beside the data file unless it is named. */
const filesOf = (url: string | undefined, database: Config['database']): string =>
  url?.slice('file:'.length) ??
  (database.kind === 'sqlite' ? join(dirname(database.file), 'files') : './data/files')

const databaseOf = (url: string): Config['database'] =>
  url.startsWith('file:')
    ? { kind: 'sqlite', file: url.slice('file:'.length) }
    : { kind: 'postgres', url }
