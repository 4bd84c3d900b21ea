import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createProduct } from '../tests/product.ts'
import { openInbox, type Inbox } from './inbox.ts'
import { submission } from './load.ts'
import { ms, percentile, type Part, type Row } from './part.ts'

const count = 200
const unmeasured = 20
/** Milliseconds between two submissions to the same server; the other's fall in the middle. */
const pace = 50

interface Subject {
  readonly url: string
  readonly inbox: Inbox
  /** Milliseconds from the request to its answer. */
  readonly accepted: number[]
  /** Milliseconds from the request to the event in the inbox. */
  readonly arrived: number[]
}

/** From a visitor's submission to a rep's inbox, beside a server that only echoes to its streams. */
export const inboxLatency: Part = {
  name: 'latency',
  method: `${count} submissions at ${1000 / pace}/s, in turns with as many to a node:http server that echoes what is posted to its event stream; from sending the request to reading the lead's event in a stream that was open before.`,
  async run() {
    const product = await createProduct()
    const { apiKey, baseUrl, forms } = await product.demo()
    const server = await product.serve()
    const echo = await startEcho()
    const ours = subject({
      url: `${baseUrl}/v1/public/forms/${forms['demo-request']}/submissions`,
      inbox: await openInbox(`${baseUrl}/v1/live`, { authorization: `Bearer ${apiKey}` }),
    })
    const bare = subject({ url: echo.url, inbox: await openInbox(echo.url) })
    try {
      await inTurns([ours, bare])
      return [
        spreadRow(
          'Submit → inbox',
          { ours: ours.arrived, bare: bare.arrived },
          { p50: 50, p99: 300 },
        ),
        spreadRow('Submit → receipt', { ours: ours.accepted, bare: bare.accepted }),
      ].flat()
    } finally {
      for (const { inbox } of [ours, bare]) inbox.close()
      echo.process.kill()
      await server.stop()
      product.remove()
    }
  },
}

const subject = (given: Pick<Subject, 'url' | 'inbox'>): Subject => ({
  ...given,
  accepted: [],
  arrived: [],
})

const inTurns = async (subjects: readonly Subject[]): Promise<void> => {
  const startedAt = performance.now()
  const under: Promise<void>[] = []
  for (let turn = 0; turn < (count + unmeasured) * subjects.length; turn++) {
    await pause(startedAt + (turn * pace) / subjects.length - performance.now())
    const now = subjects[turn % subjects.length]
    if (now) under.push(submitTo(now, turn >= unmeasured * subjects.length))
  }
  await Promise.all(under)
}

const submitTo = async (to: Subject, isMeasured: boolean): Promise<void> => {
  const { key, body } = submission()
  const sentAt = performance.now()
  const arriving = to.inbox.arrivalOf(`.${key}@`)
  const response = await fetch(to.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
  })
  const acceptedAt = performance.now()
  if (response.status !== 201) throw new Error(`refused: ${await response.text()}`)
  await response.arrayBuffer()
  const arrivedAt = await arriving
  if (!isMeasured) return
  to.accepted.push(acceptedAt - sentAt)
  to.arrived.push(arrivedAt - sentAt)
}

const spreadRow = (
  figure: string,
  { ours, bare }: { ours: readonly number[]; bare: readonly number[] },
  limits?: { readonly p50: number; readonly p99: number },
): Row[] =>
  (
    [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([name, share]) => {
    const [own, reference] = [percentile(ours, share), percentile(bare, share)]
    return {
      figure: `${figure}, ${name}`,
      measured: ms(own),
      reference: `${ms(reference)} (echo)`,
      ratio: own / reference,
      ...(limits && { target: `≤ ${limits[name]} ms`, isReached: own <= limits[name] }),
    }
  })

const startEcho = (): Promise<{ url: string; process: ChildProcess }> => {
  const file = join(import.meta.dirname, 'echo-server.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the echo server ended with ${String(code)}`)))
    child.stdout.once('data', (port: Buffer) =>
      resolve({ url: `http://127.0.0.1:${port.toString().trim()}/`, process: child }),
    )
  })
}
