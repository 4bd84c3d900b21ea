import type { Form } from '@bantam/schema'
import { createProduct, type DemoWorkspace } from '../product.ts'
import { formPerEnding, formPerKind, longTexts } from './forms.ts'
import { polyglot } from './polyglot.ts'
import { entrancePage, roomPage } from './room-page.ts'
import { roomsOf, type Room, type Shown, type ShownForm } from './rooms.ts'
import { page, startSite } from './site.ts'

export interface Gallery {
  /** Of the website that shows the widget; the product is on another origin. */
  readonly url: string
  readonly rooms: readonly Room[]
  stop(): Promise<void>
}

/** Starts the product in a folder of its own, publishes the forms and a website that embeds them all. */
export const startGallery = async (): Promise<Gallery> => {
  const site = await startSite()
  const product = await createProduct()
  const demo = await product.demo()
  const server = await product.serve()
  const stop = async () => {
    await site.stop()
    await server.stop()
    product.remove()
  }
  try {
    const rooms = roomsOf(await publishForms(demo, site.url))
    const script = `${demo.baseUrl}/widget.js`
    site.open(({ pathname, searchParams }) => {
      if (pathname === '/') return page(entrancePage({ rooms }))
      const room = rooms.find(({ path }) => path === pathname)
      return room && page(roomPage(room, { rooms, script, only: searchParams.getAll('only') }))
    })
    return { url: site.url, rooms, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const publishForms = async (demo: DemoWorkspace, site: string): Promise<Shown> => {
  const publish = publisher(demo)
  const publishAll = async <K>(some: ReadonlyMap<K, Form>) => {
    const shown = new Map<K, ShownForm>()
    for (const [key, form] of some) shown.set(key, await publish(form))
    return shown
  }
  return {
    baseUrl: demo.baseUrl,
    kinds: await publishAll(formPerKind(site)),
    endings: await publishAll(formPerEnding(site)),
    conversation: {
      id: demo.forms['demo-request'],
      asks: 'First of all, what should we call you?',
    },
    polyglot: await publish(polyglot),
    longTexts: await publish(longTexts),
  }
}

/** Publishes forms over the API. */
const publisher = ({ baseUrl, apiKey }: DemoWorkspace) => {
  const call = async (path: string, body: object) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { id: string; revision: number }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  return async (definition: Form): Promise<ShownForm> => {
    const { id, revision } = await call('/v1/forms', { definition })
    await call(`/v1/forms/${id}/publish`, { revision })
    return { id, asks: definition.questions[0]?.title ?? '' }
  }
}
