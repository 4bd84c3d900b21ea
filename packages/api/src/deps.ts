import type { Role } from '@bantam/schema'
import type { Files, OutboxRecord, Storage } from '@bantam/storage'
import type { Auth } from './auth/auth.ts'
import type { Metrics } from './health/metrics.ts'
import type { Directory } from './intake/directory.ts'
import type { Intake } from './intake/intake.ts'
import type { WidgetWords } from './public/published-body.ts'
import type { Views } from './public/views.ts'
import type { Proofs } from './spam/proofs.ts'

/** All that the API reaches outside of itself; the composition root builds it, tests build a smaller one. */
export interface Deps {
  readonly storage: Storage
  /** The bytes of uploads. */
  readonly files: Files
  /** Built on first use: the library behind it takes about a second and 100 MB. */
  readonly auth: () => Promise<Auth>
  readonly clock: () => Date
  /** UUIDv7, so that keys are time-ordered. */
  readonly newId: () => string
  /** Where browsers reach this server, such as `https://forms.example.com`; no trailing slash. */
  readonly baseUrl: string
  readonly log: Log
  readonly live: LiveHub
  /** Published definitions as visitors meet them; forget them after a publish or a save. */
  readonly directory: Directory
  readonly intake: Intake
  readonly views: Views
  readonly metrics: Metrics
  readonly widgetWords: WidgetWords
  /** Proofs of work against spam. */
  readonly proofs: Proofs
  /** The one-time token of the set-up link; without one only a loopback server can be set up. */
  readonly setupToken?: string | undefined
  readonly isLoopbackHost: boolean
  /** Whether X-Forwarded-For names the client. */
  readonly trustProxy: boolean
  /** Public requests per address and minute; undefined is no limit. */
  readonly rateLimit: number | undefined
  readonly demo?: Demo | undefined
  /** The mail of a delivery, as it would be written now; undefined when what it was about no longer exists. */
  readonly letter: (delivery: OutboxRecord) => Promise<Letter | undefined>
  /** Whether a webhook may be sent there; the reason is words for the owner. */
  readonly checkUrl: (url: string) => { ok: true } | { ok: false; reason: string }
  readonly version: string
}

/** One mail; `html` and `text` say the same. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The part of pino that the API uses. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface LiveHub {
  stream(
    workspaceId: string,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): AsyncIterable<{ readonly id: string; readonly event: string; readonly data: unknown }>
}

/** The demo workspace, as the composition root makes it. */
export interface Demo {
  /** Makes the workspace when it is missing; changes nothing when it is there. */
  create(): Promise<void>
  users(): Promise<readonly DemoUser[]>
}
export interface DemoUser {
  readonly email: string
  readonly password: string
  readonly role: Role
}

/** Who makes a request: a member with a session, or an API key, which is nobody in person. */
export interface Actor {
  readonly workspaceId: string
  readonly role: Role
  readonly userId: string | undefined
}

/** What Hono carries per request. `actor` is set by the guard of every route that has roles. */
export interface ApiEnv {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
  Variables: { requestId: string; actor: Actor }
}
