import type { Browser } from 'playwright'
import type { Watched } from './browser/watch-page.ts'

/** Slow 4G on a phone four times slower than this machine. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowdown = 4

/**
 * One visit with nothing cached, told by the page that `watch` watches. Nobody asks the page anything before it has
 * spoken: a question of Playwright's brings a script along that blocks a slow processor for a tenth of a second.
 */
export const visit = async (
  browser: Browser,
  { url, watch }: { url: string; watch: string },
): Promise<Watched> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    await page.addInitScript({ content: watch })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', network)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await devtools.send('Runtime.enable')
    await devtools.send('Runtime.addBinding', { name: 'tell' })
    const told = new Promise<string>((resolve) =>
      devtools.once('Runtime.bindingCalled', ({ payload }) => resolve(payload)),
    )
    await page.goto(url, { waitUntil: 'commit' })
    return JSON.parse(await told)
  } finally {
    await context.close()
  }
}
