import { createSolver, type Solution, type Work } from './solve.ts'

/** Milliseconds of work at a time, so that no key press and no frame waits for more than eight. */
const slice = 5
/** Nobody looks at a page in the background, and its timers come once a second. */
const longSlice = 200

/** As they were when the form came: the page may have replaced them since. */
interface Sound {
  readonly fetch: typeof globalThis.fetch
  readonly stringify: (value: unknown) => string
}

/**
 * Gets the challenge at an address and does its work; resolves to what the `Bantam-Proof` header says, undefined when
 * there is no challenge to be had here. Rejects when it may be had later.
 */
export const prove = async (
  url: string,
  { fetch, stringify }: Sound,
): Promise<string | undefined> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  const { status } = response
  if (status === 429 || status >= 500) throw new TypeError('no challenge yet')
  const challenge = await response.json().catch(() => undefined)
  if (!challenge?.parameters) return undefined
  const solution = await inWorker(challenge.parameters).catch(() => inSlices(challenge.parameters))
  return btoa(stringify({ challenge, solution }))
}

/** This very script, run once more beside the page. Rejects where that is not allowed: on all pages of other hosts. */
const inWorker = (work: Work) =>
  new Promise<Solution>((resolve, reject) => {
    const script = new URL(import.meta.url)
    if (script.origin !== location.origin) throw new TypeError('another host')
    const worker = new Worker(script, { type: 'module' })
    worker.addEventListener('error', reject)
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('message', () => worker.terminate())
    worker.postMessage(work, [])
  })

const inSlices = async (work: Work): Promise<Solution> => {
  const solve = createSolver(work)
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve))
    const end = performance.now() + (document.hidden ? longSlice : slice)
    const solution = solve(() => performance.now() >= end)
    if (solution) return solution
  }
}

if (!('document' in globalThis))
  addEventListener('message', ({ data }: MessageEvent<Work>) =>
    postMessage(createSolver(data)(() => false)),
  )
