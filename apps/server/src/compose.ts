import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import {
  createApi,
  createAuth,
  createDirectory,
  createMetrics,
  createProofs,
  createViews,
  sweepUploads,
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
import { openFolder, type Storage } from '@bantam/storage'
import { firstWordsOf } from '@bantam/widget/first-words'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createContent } from './content/content.ts'
import { createDemo } from './demo/create-demo.ts'
import { demoPassword, demoPeople } from './demo/people.ts'
import { newId } from './new-id.ts'
import { createPages } from './pages/pages.ts'
import { readSecret } from './secret.ts'
import { makeUploadFolder } from './upload-folder.ts'
import { openServingStore, openStore, type Store } from './store/open-store.ts'

/** What a command works with: the database, the accounts on it and the definitions in it. */
export interface Workshop {
  readonly storage: Storage
  readonly auth: () => Promise<Auth>
  readonly directory: Directory
  readonly secret: Uint8Array
  readonly facts: Store['facts']
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
  return workshopOn(await openStore(config, { secret, root, log }), { config, secret })
}

const workshopOn = (
  { storage, accounts: connect, facts, forget }: Store,
  { config, secret }: { config: Config; secret: Uint8Array },
): Workshop => {
  const accounts = once(async () =>
    createAuth({
      ...(await connect()),
      baseUrl: config.baseUrl,
      secret: Buffer.from(secret).toString('base64url'),
      newId,
    }),
  )
  const own = createDirectory(storage, Date.now)
  const directory: Directory = {
    ...own,
    forget() {
      own.forget()
      forget()
    },
  }
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
  const secret = readSecret(config)
  const uploads = makeUploadFolder(config.files)
  const store = await openServingStore(config, { secret, root, log })
  const workshop = workshopOn(store, { config, secret })
  const { intake } = store
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
  const files = openFolder(uploads)
  const sweep = hourly(() => sweepUploads({ storage, files, clock, log }), log)
  const views = createViews(storage, clock)
  const setupToken = randomBytes(24).toString('base64url')
  const api = createApi({
    storage,
    files,
    auth: workshop.auth,
    clock,
    newId,
    baseUrl: config.baseUrl,
    log,
    live,
    directory,
    intake,
    views,
    widgetWords: firstWordsOf,
    metrics: createMetrics({ pending: storage.outbox.pending }),
    proofs: createProofs(secret),
    letter: content.mail,
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
  const pages = createPages({
    root,
    directory,
    countView: ({ workspaceId, formId }) => views.add(workspaceId, formId),
  })
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
      await sweep.stop()
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

/** At once and then every hour, never twice at a time. */
const hourly = (task: () => Promise<unknown>, log: Logger): { stop: () => Promise<void> } => {
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running
      .then(task)
      .catch((error: unknown) => log.error({ error }, 'the hourly clean-up failed'))
      .then(() => undefined)
  }
  run()
  const timer = setInterval(run, 60 * 60_000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
