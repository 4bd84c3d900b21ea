import type { Browser, Page } from 'playwright'

/** How a widget that stands goes on. */
export interface Turns {
  /** Milliseconds from Enter to the frame that shows the next question, the slowest of the turns. */
  readonly slowest: number
  /** Bytes of JavaScript heap of the whole page after a collection, on the third question. */
  readonly heap: number
}

const slowdown = 4
const answers = ['Dana', 'dana@cedar-robotics.example', 'Cedar Robotics']

/** Answers the first questions of the demo form by keyboard, on a processor four times slower. */
export const turns = async (browser: Browser, url: string): Promise<Turns> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await page.goto(url)
    await page.locator('bantam-form h2').waitFor()
    // What comes after the first question is there by the time anybody has typed an answer.
    await page.waitForLoadState('networkidle')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times: number[] = []
    for (const answer of answers) times.push(await oneTurn(page, answer))
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return { slowest: Math.max(...times), heap: usedSize }
  } finally {
    await context.close()
  }
}

const oneTurn = async (page: Page, answer: string): Promise<number> => {
  const field = page.locator('bantam-form input').first()
  await field.fill(answer)
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const heading = () =>
          document.querySelector('bantam-form')?.shadowRoot?.querySelector('h2')?.textContent
        const before = heading()
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            const look = () =>
              heading() === before
                ? requestAnimationFrame(look)
                : requestAnimationFrame(() => resolve(performance.now() - timeStamp))
            look()
          },
          { once: true, capture: true },
        )
      }),
  )
  await field.press('Enter')
  return shown
}
