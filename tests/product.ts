import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `bantam demo --json` answers. */
export interface DemoWorkspace {
  readonly baseUrl: string
  readonly apiKey: string
  readonly forms: { readonly 'demo-request': string; readonly 'content-download': string }
  readonly users: readonly {
    readonly email: string
    readonly password: string
    readonly role: string
  }[]
}

/** The product in processes of its own, on a port and a folder of its own. */
export interface Product {
  readonly baseUrl: string
  readonly siteUrl: string
  readonly folder: string
  readonly databaseUrl: string
  /** Runs a command of the terminal and resolves to what it printed; rejects with its error output. */
  command(...args: readonly string[]): Promise<string>
  demo(): Promise<DemoWorkspace>
  /** Starts a server; resolves when it is ready. */
  serve(more?: Settings): Promise<Server>
  /** Removes the folder. */
  remove(): void
}

export interface Server {
  readonly process: ChildProcess
  /** All it printed so far. */
  readonly output: () => string
  /** Resolves to the exit code; null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

type Settings = { readonly [name: string]: string }

const root = fileURLToPath(new URL('..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: { bantam: string }
}
/** What `npm run bantam` gives to Node. */
const program = scripts.bantam.split(' ').slice(1)

/**
 * Nothing is started yet. `settings` are environment variables; SQLite in the own folder unless they say otherwise.
 * `bundle` is a built server to run as it is, in place of the repository's own, which is built first when it is stale.
 */
export const createProduct = async (
  settings: Settings = {},
  { bundle }: { bundle?: string | undefined } = {},
): Promise<Product> => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-product-'))
  const start = bundle === undefined ? program : [bundle, '--root', root]
  const port = await freePair()
  const baseUrl = `http://localhost:${port}`
  const environment = {
    ...process.env,
    // The test runner sets one of its own.
    BASE_URL: '',
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'bantam.db')}`,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
    ...settings,
  }
  const run = (args: readonly string[], more: Settings) =>
    spawn(process.execPath, [...start, ...args], {
      cwd: root,
      env: { ...environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  const command = (...args: readonly string[]) => finished(run(args, {}))
  return {
    baseUrl,
    siteUrl: `http://localhost:${port + 1}`,
    folder,
    databaseUrl: environment.DATABASE_URL,
    command,
    demo: async () => JSON.parse(await command('demo', '--json')) as DemoWorkspace,
    serve: (more = {}) => started(run(['serve'], more)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const finished = (child: ChildProcess): Promise<string> => {
  const said = listen(child)
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(said.out()) : reject(new Error(`exit ${String(code)}: ${said.all()}`)),
    )
  })
}

const started = (child: ChildProcess): Promise<Server> => {
  const said = listen(child)
  const isOver = new Promise<number | null>((resolve) => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    void isOver.then((code) =>
      reject(new Error(`the server ended with ${String(code)}: ${said.all()}`)),
    )
    child.stdout?.on('data', () => {
      if (!said.out().includes('Bantam is ready')) return
      resolve({
        process: child,
        output: said.all,
        stop(signal = 'SIGTERM') {
          child.kill(signal)
          return isOver
        },
      })
    })
  })
}

const listen = (child: ChildProcess) => {
  let out = ''
  let all = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
    all += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    all += text
  })
  return { out: () => out, all: () => all }
}

/** A port whose successor is free too: the example website takes it. */
const freePair = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
