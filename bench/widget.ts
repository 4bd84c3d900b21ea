import { join } from 'node:path'
import type { Browser } from 'playwright'
import { launch } from '../tests/browser.ts'
import { createProduct } from '../tests/product.ts'
import { sizesOf } from '../widget/bin/sizes.js'
import { browserScript } from './browser-script.ts'
import type { Watched } from './browser/watch-page.ts'
import { median } from './median.ts'
import { ms, type Part, type Row } from './part.ts'
import { startWidgetSite, type Page, type WidgetSite } from './widget-site.ts'
import { turns, type Turns } from './widget-turns.ts'
import { visit } from './widget-visits.ts'

/** The references of other makers are an order apart: fewer rounds say enough. */
const rounds = { minimal: 11, ours: 11, embed: 11, blocking: 1, surveyjs: 5, typebot: 5 } as const
const limits = {
  bytes: 12_000,
  ratio: 1.05,
  embedRatio: 0.85,
  /** At most a third of the time that other makers' widgets take. */
  others: 1 / 3,
  blocked: 50,
  turn: 50,
  heap: 1.6 * 1024 * 1024,
}

/** The snippet on a page of another origin, beside the least that Preact needs and beside other makers' widgets. */
export const widget: Part = {
  name: 'widget',
  method: `Bytes: brotli 11 of the built files, without the definition. Time: Chromium with CPU ×1/4, 1.6 Mbit/s down, 150 ms per request, nothing cached, 412×823; pages of another origin that ask the same first question: our snippet, our one-file snippet, one Preact script that fetches the same definition and draws title, input and button, SurveyJS's Preact interface and Typebot's web build with servers that answer at once; from navigation until words and an enabled control are painted; medians of ${rounds.ours} rounds in turns (${rounds.surveyjs} for the other makers). Next question: CPU ×1/4, from Enter to its frame, the slowest of three turns, beside a page of Preact that draws title, input and button anew and puts the focus there.`,
  async run() {
    const product = await createProduct()
    const { baseUrl, forms } = await product.demo()
    const server = await product.serve()
    const formId = forms['demo-request'] ?? ''
    const published = await fetch(`${baseUrl}/v1/public/forms/${formId}`)
    const { definition }: { definition: { questions: { title: string }[] } } =
      await published.json()
    const question = definition.questions[0]?.title ?? ''
    const site = await startWidgetSite({ baseUrl, formId, question })
    const browser = await launch()
    try {
      const seen = await visitAll(browser, site)
      const going: Turns[] = []
      const script = await browserScript('next-question')
      const { blocking, turns: minimal } = site.address
      for (let round = 0; round < 5; round++)
        going.push(await turns(browser, { url: blocking, minimal, script }))
      return [...byteRows(), ...timeRows(seen), ...turnRows(going)]
    } finally {
      await browser.close()
      await site.stop()
      await server.stop()
      product.remove()
    }
  },
}

type Visited = Exclude<Page, 'turns'>
type Seen = { readonly [P in Visited]: readonly Watched[] }

/** The first round finds servers and files cold and is not counted. */
const visitAll = async (browser: Browser, { address }: WidgetSite): Promise<Seen> => {
  const watch = await browserScript('watch-page')
  const seen: { [P in Visited]: Watched[] } = {
    minimal: [],
    ours: [],
    embed: [],
    blocking: [],
    surveyjs: [],
    typebot: [],
  }
  for (let round = 0; round <= rounds.ours; round++)
    for (const page of ['minimal', 'ours', 'embed', 'blocking', 'surveyjs', 'typebot'] as const) {
      if (round > rounds[page]) continue
      const watched = await visit(browser, { url: address[page], watch })
      if (round > 0) seen[page].push(watched)
    }
  return seen
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
    { figure: 'Widget: every visit', measured: bytes(sizes['every visit']) },
    { figure: 'Widget: everything', measured: bytes(sizes.everything) },
  ]
}

const bytes = (count: number): string => `${count.toLocaleString('en')} B`

const timeRows = (seen: Seen): Row[] => {
  const middle = (page: Visited, name: keyof Watched) => median(seen[page].map((one) => one[name]))
  const beside = (ours: Visited, reference: Visited) =>
    median(
      seen[reference].map(
        ({ readyAt }, round) => (seen[ours][round]?.readyAt ?? Number.NaN) / readyAt,
      ),
    )
  const against = (
    figure: string,
    {
      ours = 'ours',
      reference,
      name,
      most,
    }: { ours?: Visited; reference: Visited; name: string; most: number },
  ): Row => {
    const ratio = beside(ours, reference)
    return {
      figure: `Widget: ${figure}`,
      measured: ms(middle(ours, 'readyAt')),
      reference: `${ms(middle(reference, 'readyAt'))} (${name})`,
      ratio,
      target: `≤ ${most.toFixed(2)} ×`,
      isReached: ratio <= most,
    }
  }
  const blocked = middle('ours', 'blocked')
  const shift = middle('blocking', 'shift')
  const minimal = { reference: 'minimal', name: 'minimal Preact page' } as const
  return [
    against('time to first question', { ...minimal, most: limits.ratio }),
    against('time to first question, one-file snippet', {
      ...minimal,
      ours: 'embed',
      most: limits.embedRatio,
    }),
    against('time to first question beside SurveyJS', {
      reference: 'surveyjs',
      name: 'SurveyJS UI for Preact',
      most: limits.others,
    }),
    against('time to first question beside Typebot', {
      reference: 'typebot',
      name: 'Typebot web build',
      most: limits.others,
    }),
    {
      figure: 'Widget: total blocking time',
      measured: ms(blocked),
      reference: `${ms(middle('minimal', 'blocked'))} (minimal Preact page)`,
      target: `≤ ${limits.blocked} ms`,
      isReached: blocked <= limits.blocked,
    },
    {
      figure: 'Widget: layout shift of text beneath an async snippet without a reserved place',
      measured: middle('ours', 'shift').toFixed(3),
      reference: `${middle('minimal', 'shift').toFixed(3)} (minimal Preact page)`,
    },
    {
      figure: 'Widget: layout shift, snippet without async',
      measured: shift.toFixed(3),
      target: '0',
      isReached: shift === 0,
    },
  ]
}

const turnRows = (going: readonly Turns[]): Row[] => {
  const slowest = median(going.map((one) => one.slowest))
  const minimal = median(going.map((one) => one.minimal))
  const heap = median(going.map((one) => one.heap))
  const megabytes = (size: number) => `${(size / 1024 / 1024).toFixed(2)} MB`
  return [
    {
      figure: 'Widget: from Enter to the next question',
      measured: ms(slowest),
      reference: `${ms(minimal)} (minimal Preact page)`,
      ratio: median(going.map((one) => one.slowest / one.minimal)),
      target: `≤ ${limits.turn} ms`,
      isReached: slowest <= limits.turn,
    },
    {
      figure: 'Widget: heap of a page with it',
      measured: megabytes(heap),
      target: `≤ ${megabytes(limits.heap)}`,
      isReached: heap <= limits.heap,
    },
  ]
}
