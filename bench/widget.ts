import { join } from 'node:path'
import { launch } from '../tests/browser.ts'
import { createProduct } from '../tests/product.ts'
import { sizesOf } from '../widget/bin/sizes.js'
import { browserScript } from './browser-script.ts'
import type { Watched } from './browser/watch-page.ts'
import { median } from './median.ts'
import { ms, type Part, type Row } from './part.ts'
import { startWidgetSite } from './widget-site.ts'
import { visit } from './widget-visits.ts'

const rounds = 11
const limits = { bytes: 12_000, ratio: 1.25 }

/** The snippet on a page of another origin, beside the least that Preact needs to ask the same question. */
export const widget: Part = {
  name: 'widget',
  method: `Bytes: brotli 11 of the built files, without the definition. Time: Chromium with CPU ×1/4, 1.6 Mbit/s down, 150 ms per request, nothing cached, 412×823; a page of another origin with our script tag, and the same page with one Preact script that fetches the same definition and draws title, input and button; from navigation until both are painted and the input is enabled; medians of ${rounds} rounds in turns. Layout shift without async: one visit.`,
  async run() {
    const product = await createProduct()
    const { baseUrl, forms } = await product.demo()
    const server = await product.serve()
    const [watch, minimalScript] = await Promise.all([
      browserScript('watch-page'),
      browserScript('minimal-page'),
    ])
    const site = await startWidgetSite({ baseUrl, formId: forms['demo-request'], minimalScript })
    const browser = await launch()
    try {
      const seen: { ours: Watched; minimal: Watched }[] = []
      // The first round finds servers and files cold and is not counted.
      for (let round = 0; round <= rounds; round++)
        seen.push({
          minimal: await visit(browser, { url: site.minimal, watch }),
          ours: await visit(browser, { url: site.ours, watch }),
        })
      const blocking = await visit(browser, { url: site.blocking, watch })
      return [...byteRows(), ...timeRows(seen.slice(1)), shiftRow(blocking)]
    } finally {
      await browser.close()
      await site.stop()
      await server.stop()
      product.remove()
    }
  },
}

const byteRows = (): Row[] => {
  const sizes = sizesOf(join(import.meta.dirname, '../widget/dist'))
  const first = sizes['first question']
  return [
    { figure: 'Widget: loader', measured: bytes(sizes.loader) },
    {
      figure: 'Widget: to the first question',
      measured: bytes(first),
      target: `≤ ${bytes(limits.bytes)}`,
      isReached: first <= limits.bytes,
    },
    { figure: 'Widget: everything', measured: bytes(sizes.everything) },
  ]
}

const bytes = (count: number): string => `${count.toLocaleString('en')} B`

const timeRows = (seen: readonly { ours: Watched; minimal: Watched }[]): Row[] => {
  const middle = (page: 'ours' | 'minimal', name: keyof Watched) =>
    median(seen.map((round) => round[page][name]))
  const ratio = median(seen.map(({ ours, minimal }) => ours.readyAt / minimal.readyAt))
  return [
    {
      figure: 'Widget: time to first question',
      measured: ms(middle('ours', 'readyAt')),
      reference: `${ms(middle('minimal', 'readyAt'))} (minimal Preact page)`,
      ratio,
      target: `≤ ${limits.ratio} ×`,
      isReached: ratio <= limits.ratio,
    },
    {
      figure: 'Widget: total blocking time',
      measured: ms(middle('ours', 'blocked')),
      reference: `${ms(middle('minimal', 'blocked'))} (minimal Preact page)`,
    },
    {
      figure: 'Widget: layout shift of text beneath the snippet',
      measured: middle('ours', 'shift').toFixed(3),
      reference: `${middle('minimal', 'shift').toFixed(3)} (minimal Preact page)`,
    },
  ]
}

const shiftRow = ({ shift }: Watched): Row => ({
  figure: 'Widget: layout shift, snippet without async',
  measured: shift.toFixed(3),
  target: '0',
  isReached: shift === 0,
})
