import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { createProduct, type Product, type Server } from '../tests/product.ts'
import { median } from './median.ts'
import { ms, type Part } from './part.ts'

const restarts = 5
/** Milliseconds that a server is left alone before its memory is read. */
const rest = 5000
const patience = 30_000
const limits = { ready: 2000, memory: 150 }

/** From the start of the process to an answer on /readyz, and what an idle server keeps in memory. */
export const boot: Part = {
  name: 'boot',
  method: `bin/bantam.js serve on a database with the demo's 300 leads, every server but the last killed by SIGKILL: median of ${restarts} starts until /readyz answers 200; resident memory of the one process after ${rest / 1000} s without requests, and again after a sign-in.`,
  async run() {
    const product = await createProduct()
    try {
      const { users } = await product.demo()
      const times: number[] = []
      for (let turn = 1; turn < restarts; turn++) {
        const { took, server } = await start(product)
        times.push(took)
        await server.stop('SIGKILL')
      }
      const { took, server } = await start(product)
      times.push(took)
      await pause(rest)
      const idle = memoryOf(server)
      await signIn(product, users[0])
      await pause(rest)
      const signedIn = memoryOf(server)
      await server.stop()
      return [
        {
          figure: 'Restart to ready',
          measured: ms(median(times)),
          target: `≤ ${limits.ready / 1000} s`,
          isReached: median(times) <= limits.ready,
        },
        memoryRow('Idle memory', idle),
        memoryRow('Idle memory after a sign-in', signedIn),
      ]
    } finally {
      product.remove()
    }
  },
}

const start = async (product: Product): Promise<{ took: number; server: Server }> => {
  const startedAt = performance.now()
  const [readyAt, server] = await Promise.all([
    whenReady(`${product.baseUrl}/readyz`),
    product.serve(),
  ])
  return { took: readyAt - startedAt, server }
}

const whenReady = async (url: string): Promise<number> => {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return performance.now()
    await pause(5)
  }
  throw new Error('the server never became ready')
}

/** Resident set in MB. */
const memoryOf = ({ process: { pid } }: Server): number =>
  (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6

const memoryRow = (figure: string, megabytes: number) => ({
  figure,
  measured: `${megabytes.toFixed(0)} MB`,
  target: `≤ ${limits.memory} MB`,
  isReached: megabytes <= limits.memory,
})

const signIn = async (
  { baseUrl }: Product,
  user: { readonly email: string; readonly password: string } | undefined,
): Promise<void> => {
  const response = await fetch(`${baseUrl}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: JSON.stringify({ email: user?.email, password: user?.password }),
  })
  if (!response.ok) throw new Error(`no sign-in: ${await response.text()}`)
}
