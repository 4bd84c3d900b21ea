import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import {
  createApi,
  createAuth,
  createDirectory,
  createIntake,
  createMetrics,
  createViews,
  type Auth,
  type Directory,
  type Intake,
} from '@bantam/api'
import {
  checkUrl,
  createDispatcher,
  createLiveHub,
  createMailChannel,
  createOutboundGuard,
  createWebhookChannel,
} from '@bantam/delivery'
import { createVault, type Storage } from '@bantam/storage'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createContent } from './content/content.ts'
import { createDemo } from './demo/create-demo.ts'
import { demoPassword, demoPeople } from './demo/people.ts'
import { newId } from './new-id.ts'
import { createPages } from './pages/pages.ts'
import { readSecret } from './secret.ts'

/** What a command works with: the database, the accounts on it and the definitions in it. */
export interface Workshop {
  readonly storage: Storage
  readonly auth: () => Promise<Auth>
  readonly directory: Directory
  readonly secret: Uint8Array
  /** What the database says of itself: its kind and how safely it writes. */
  readonly facts: object
  readonly createDemo: () => Promise<string>
}

/** The running product. */
export interface Product extends Workshop {
  readonly fetch: (request: Request, env: unknown) => Response | Promise<Response>
  readonly intake: Intake
  /** The one-time token of the set-up link. */
  readonly setupToken: string
  /**
   * Ends the live streams and gives deliveries back at once; when no request is under way any more, finishes what was
   * accepted and closes the database.
   */
  stop(requestsOver: Promise<unknown>): Promise<void>
}

const clock = () => new Date()
/** Milliseconds that deliveries under way get to finish: less than what a supervisor waits before it kills. */
const drain = 7000

/** Opens the database that the settings name. Throws what storage refuses, in words. */
export const openWorkshop = async (
  config: Config,
  { root, log }: { root: string; log: Logger },
): Promise<Workshop> => {
  const secret = readSecret(config)
  const vault = createVault(secret)
  const report = (error: unknown) => log.error({ error }, 'a listener of the database failed')
  const { storage, auth, facts } =
    config.database.kind === 'sqlite'
      ? await (
          await import('@bantam/storage/sqlite')
        ).openSqlite({
          file: config.database.file,
          migrations: join(root, 'migrations/sqlite'),
          vault,
          log: report,
        })
      : await (
          await import('@bantam/storage/postgres')
        ).openPostgres({
          url: config.database.url,
          migrations: join(root, 'migrations/postgres'),
          vault,
          log: report,
        })
  const accounts = once(() =>
    createAuth({
      ...auth,
      baseUrl: config.baseUrl,
      secret: Buffer.from(secret).toString('base64url'),
      newId,
    }),
  )
  const directory = createDirectory(storage, Date.now)
  return {
    storage,
    auth: accounts,
    directory,
    secret,
    facts,
    createDemo: () => createDemo({ storage, auth: accounts, directory, secret, clock }),
  }
}

/** Everything wired: API, pages, live streams and deliveries on one database. */
export const compose = async (
  config: Config,
  { root, log }: { root: string; log: Logger },
): Promise<Product> => {
  const workshop = await openWorkshop(config, { root, log })
  const { storage, directory } = workshop
  const content = createContent({ storage, directory, baseUrl: config.baseUrl })
  const guard = createOutboundGuard({ allow: config.outboundAllow })
  const mail = createMailChannel({
    ...(config.smtpUrl !== undefined && { smtpUrl: config.smtpUrl }),
    from: config.mailFrom,
    content: content.mail,
  })
  const dispatcher = createDispatcher({
    outbox: storage.outbox,
    channels: {
      mail,
      webhook: createWebhookChannel({
        webhooks: storage.webhooks,
        payload: content.webhook,
        guard,
        clock,
      }),
    },
    clock,
    nodeId: newId(),
    log,
    timing: { drain },
  })
  const quiet = storage.onOutbox(dispatcher.wake)
  if (config.smtpUrl !== undefined) await storage.outbox.releaseHeld(clock())
  dispatcher.wake()

  const live = createLiveHub({
    subscribe: storage.onEvents,
    events: storage.events,
    load: content.live,
    log,
  })
  const intake = createIntake(storage, {
    clock,
    newId,
    hasMailServer: config.smtpUrl !== undefined,
  })
  const views = createViews(storage, clock)
  const setupToken = randomBytes(24).toString('base64url')
  const api = createApi({
    storage,
    auth: workshop.auth,
    clock,
    newId,
    baseUrl: config.baseUrl,
    log,
    live,
    directory,
    intake,
    views,
    metrics: createMetrics({ pending: storage.outbox.pending }),
    setupToken,
    isLoopbackHost: isOnlyHere(config),
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    demo: {
      create: async () => void (await workshop.createDemo()),
      users: async () =>
        demoPeople.map(({ email, role }) => ({
          email,
          role,
          password: demoPassword(workshop.secret, email),
        })),
    },
    checkUrl: (url) => checkUrl(url, config.outboundAllow),
    version: '0.1.0',
  })
  const pages = createPages({ root, directory })
  return {
    ...workshop,
    intake,
    setupToken,
    fetch: (request, env) => (isApi(request.url) ? api : pages).fetch(request, env as object),
    async stop(requestsOver) {
      quiet()
      live.close()
      await Promise.all([dispatcher.stop(), requestsOver])
      mail.close()
      await intake.drain()
      await views.flush()
      await storage.close()
    },
  }
}

const apiPath = /^https?:\/\/[^/]+\/(v1\/|(healthz|readyz|metrics|openapi\.json)(\?|$))/
const isApi = (url: string): boolean => apiPath.test(url)

/** Nobody but this machine can ask: no other network, and no proxy that lets one in. */
const isOnlyHere = ({ host, baseUrl, trustProxy }: Config): boolean =>
  isLoopback(host) && isLoopback(new URL(baseUrl).hostname) && !trustProxy

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  (isIP(host) === 4 && host.startsWith('127.'))

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
