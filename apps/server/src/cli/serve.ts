import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { compose, type Product } from '../compose.ts'
import { readConfig, type Config } from '../config.ts'
import { listen, type Listening } from '../listen.ts'
import { createLog } from '../log.ts'
import { createExampleSite } from '../site/example-site.ts'
import type { Context } from './commands.ts'
import { readOptions } from './options.ts'
import { Refusal } from './refusal.ts'

/** Milliseconds that requests under way get to finish. */
const grace = 7000
/** Milliseconds for the log's last lines. */
const lastWords = 500
/** Milliseconds between looks for a demo workspace that another process may have made. */
const look = 2000

/** Serves until SIGTERM or SIGINT, then finishes what was accepted; resolves to 0. */
export const serve = async (args: readonly string[], { root }: Context): Promise<number> => {
  readOptions(args, [])
  const config = readConfig()
  const log = createLog(config)
  collectAlone()
  const product = await compose(config, { root, log })
  // Heard from before the first request on: whoever reads that it is ready may stop it at once.
  const stopping = stopSignal()
  const server = await listen(product.fetch, config).catch(async (error: unknown) => {
    await product.stop(Promise.resolve())
    return refuseAddress(error, config)
  })
  const stopSite = startExampleSite(product, config)
  await greet(product, config)
  await stopping
  process.stdout.write('\nStopping: finishing what was accepted…\n')
  await product.stop(Promise.all([server.close(grace), stopSite()]))
  // A try that was given back may still wait for its receiver; nobody waits for the try.
  setTimeout(() => process.exit(0), lastWords).unref()
  return 0
}

/**
 * One thread answers HTTP and one owns the SQLite file: where there are no more cores than these, the garbage collector's
 * helpers would take one from the other thread for the little that a young generation leaves.
 */
const collectAlone = () => {
  if (availableParallelism() <= 2) setFlagsFromString('--no-parallel-scavenge')
}

const refuseAddress = (error: unknown, { host, port }: Config): never => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    throw new Refusal(
      `PORT: ${port} on ${host} is taken. Stop what uses it or set PORT to another.`,
    )
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    throw new Refusal(`HOST: ${host}:${port} cannot be used (${code}).`)
  throw error
}

const greet = async ({ storage, setupToken }: Product, config: Config): Promise<void> => {
  const { baseUrl, host } = config
  const lines = [`Bantam is ready at ${baseUrl}`]
  if (await storage.workspaces.isEmpty())
    lines.push(`Set it up once at ${baseUrl}/?setup=${setupToken}`)
  if (config.smtpUrl === undefined)
    lines.push('No SMTP_URL is set: mails are kept and shown under /v1/deliveries, not sent.')
  if (!baseUrl.startsWith('https:') && host !== '127.0.0.1' && host !== 'localhost')
    lines.push('BASE_URL is not https: sign-in cookies are not protected on the way.')
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** The example website appears on the next port as soon as there is a demo workspace. */
const startExampleSite = (
  { storage }: Product,
  { port, host, baseUrl }: Config,
): (() => Promise<void>) => {
  let site: Promise<Listening> | undefined
  const forms = async () => {
    const [request, download] = await Promise.all(
      ['demo-request', 'content-download'].map(storage.forms.findBySlug),
    )
    return request && download
      ? { baseUrl, demoRequest: request.id, contentDownload: download.id }
      : undefined
  }
  const appear = async () => {
    if (site || !(await storage.workspaces.findDemo())) return
    clearInterval(timer)
    const { fetch } = createExampleSite(forms)
    site = listen((request) => fetch(request), { port: port + 1, host })
    const { port: listening } = await site
    process.stdout.write(`The example website is at ${baseUrl.replace(/:\d+$/, '')}:${listening}\n`)
  }
  const tryToAppear = () =>
    appear().catch((error: unknown) => {
      process.stderr.write(
        `The example website could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      )
    })
  const timer = setInterval(() => void tryToAppear(), look).unref()
  void tryToAppear()
  return async () => {
    clearInterval(timer)
    await (await site?.catch(() => undefined))?.close(grace)
  }
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
