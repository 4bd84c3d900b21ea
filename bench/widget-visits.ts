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
/** Milliseconds in which a page that is ready may still shift or block. */
const afterwards = 500

/** One visit with nothing cached, told by the page that `watch` watches. */
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
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction('globalThis.watched.readyAt > 0', undefined, { polling: 100 })
    await page.waitForTimeout(afterwards)
    return await page.evaluate<Watched>('globalThis.watched')
  } finally {
    await context.close()
  }
}
