import type { Browser, Page } from 'playwright'

/** How a widget that stands goes on. */
export interface Turns {
  /** Milliseconds from Enter to the frame that shows the next question, the slowest of the turns. */
  readonly slowest: number
  /** The same of the least that Preact needs. */
  readonly minimal: number
  /** Bytes of JavaScript heap of the whole page after a collection, with everything there that goes on. */
  readonly heap: number
}

const phone = { viewport: { width: 412, height: 823 } }
const slowdown = 4
const answers = ['Dana', 'dana@cedar-robotics.example', 'Cedar Robotics']

/** Opens the page that holds the demo form, and the `minimal` one; `script` is `bench/browser/next-question`. */
export const turns = async (
  browser: Browser,
  { url, minimal, script }: { url: string; minimal: string; script: string },
): Promise<Turns> => ({
  heap: await heapOf(browser, url),
  slowest: await slowestTurn(browser, { url, script }),
  minimal: await slowestTurn(browser, { url: minimal, script }),
})

/** Without a locator, which would bring code of its own into the page that the heap is charged for. */
const heapOf = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const devtools = await context.newCDPSession(page)
    await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize
  } finally {
    await context.close()
  }
}

/** Answers the first questions by keyboard, on a processor four times slower. */
const slowestTurn = async (
  browser: Browser,
  { url, script }: { url: string; script: string },
): Promise<number> => {
  const context = await browser.newContext(phone)
  try {
    await context.addInitScript({ content: script })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    // What comes after the first question is there by the time anybody has typed an answer.
    await page.goto(url, { waitUntil: 'networkidle' })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times: number[] = []
    for (const answer of answers) times.push(await oneTurn(page, answer))
    return Math.max(...times)
  } finally {
    await context.close()
  }
}

const oneTurn = async (page: Page, answer: string): Promise<number> => {
  const field = page.locator('bantam-form input, form > input').first()
  await field.fill(answer)
  const shown = page.evaluate<number>('nextQuestion()')
  await field.press('Enter')
  return shown
}
