import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Form } from '@bantam/schema'
import { createProduct } from '../product.ts'
import { formPerKind, polyglot } from './forms.ts'
import { pagesOf } from './pages.ts'

export interface Gallery {
  /** Of the website that shows the widget; the product is on another origin. */
  readonly url: string
  readonly paths: readonly string[]
  stop(): Promise<void>
}

/** Starts the product in a folder of its own, publishes a form per kind of question and a website that embeds them all. */
export const startGallery = async (): Promise<Gallery> => {
  const product = await createProduct()
  const { apiKey, forms } = await product.demo()
  const server = await product.serve()
  const { baseUrl } = product

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
  const publish = async (definition: Form): Promise<string> => {
    const { id, revision } = await call('/v1/forms', { definition })
    await call(`/v1/forms/${id}/publish`, { revision })
    return id
  }
  const kinds = new Map()
  for (const [kind, form] of formPerKind()) kinds.set(kind, await publish(form))

  const pages = pagesOf({
    baseUrl,
    kinds,
    conversation: forms['demo-request'],
    polyglot: await publish(polyglot),
  })
  const site = createServer((request, response) => {
    const page = pages.get((request.url ?? '/').replace(/\?.*/, ''))
    response
      .writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(page ?? 'There is nothing here.')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(site.address() as AddressInfo).port}`,
    paths: [...pages.keys()],
    async stop() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
      await server.stop()
      product.remove()
    },
  }
}
