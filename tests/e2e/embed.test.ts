import { createServer, type Server as WebServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'

describe('the one-file snippet on a page of another origin', () => {
  let browser: Browser
  let product: Product
  let demo: DemoWorkspace
  let server: Server
  let site: WebServer
  let body = ''

  beforeAll(async () => {
    browser = await launch()
    product = await createProduct()
    demo = await product.demo()
    server = await product.serve()
    site = createServer((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': `default-src 'none'; script-src ${product.baseUrl}; connect-src ${product.baseUrl}`,
      })
      response.end(`<!doctype html><html lang="en"><title>Host</title><body>${body}`)
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    site?.close()
    await server?.stop()
    await browser?.close()
    product?.remove()
  })

  const visit = async (html: string) => {
    body = html
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}`)
    return { page, asked }
  }
  const script = (name: 'demo-request' | 'content-download') =>
    `<script src="${product.baseUrl}/embed/${demo.forms[name]}.js" async></script>`

  test('asks the first question with no other request, and goes on from there', async () => {
    const { page, asked } = await visit(script('demo-request'))
    const form = page.locator('bantam-form')
    await form.getByRole('heading', { name: 'First of all' }).waitFor()
    expect(asked.filter((path) => path.startsWith('/v1/public/forms'))).toEqual([])
    await form.getByRole('textbox').fill('Dana')
    await form.getByRole('textbox').press('Enter')
    await form.getByRole('heading', { name: 'Nice to meet you, Dana' }).waitFor()
    await form.getByRole('textbox').fill('dana@acme-embed.example')
    await form.getByRole('textbox').press('Enter')
    await form.getByRole('heading', { name: 'Which company' }).waitFor()
    // The company's input is a chunk of its own that shares this script's copy of everything.
    await form.getByRole('textbox').fill('Acme')
    expect(asked.filter((path) => path.includes('/assets/w/'))).toEqual([])
    await page.close()
  })

  test('the snippet is fetched over the connection that brings the form or its first chunk', async () => {
    const id = demo.forms['demo-request']
    const headers = { authorization: `Bearer ${demo.apiKey}` }
    const { snippet } = await (await fetch(`${product.baseUrl}/v1/forms/${id}`, { headers })).json()
    body = snippet
    const page = await browser.newPage()
    const devtools = await page.context().newCDPSession(page)
    const connections = new Map<string, number>()
    devtools.on('Network.responseReceived', ({ response: { url, connectionId } }) => {
      connections.set(new URL(url).pathname.replace(/-[\w-]+\.js$/, ''), connectionId)
    })
    await devtools.send('Network.enable')
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}`)
    await page.getByRole('heading', { name: 'First of all' }).waitFor()
    expect([
      connections.get(`/v1/public/forms/${id}`),
      connections.get('/assets/w/start'),
    ]).toContain(connections.get('/widget.js'))
    await page.close()
  })

  test('two of them stand beside each other and beside the common script', async () => {
    const { page } = await visit(
      `${script('demo-request')}${script('content-download')}<script src="${product.baseUrl}/widget.js" data-form="${demo.forms['demo-request']}" async></script>`,
    )
    const forms = page.locator('bantam-form')
    await expect.poll(() => forms.count()).toBe(3)
    await expect
      .poll(() => forms.getByRole('heading', { level: 2 }).allTextContents())
      .toEqual(expect.arrayContaining([expect.stringContaining('What is your first name?')]))
    await page.close()
  })

  test('is sent anew only when the form was published anew', async () => {
    const address = `${product.baseUrl}/embed/${demo.forms['demo-request']}.js`
    const first = await fetch(address)
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(`${product.baseUrl}/embed/unknown.js`)).status).toBe(404)
  })

  test('the files that it and the common script load are kept for good', async () => {
    const loader = await (await fetch(`${product.baseUrl}/widget.js`)).text()
    const [name] = /start-[\w-]+\.js/.exec(loader) ?? []
    for (const folder of ['assets/w', 'embed']) {
      const { headers } = await fetch(`${product.baseUrl}/${folder}/${name}`)
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
  })

  test('holds no ending that greets a lane', async () => {
    const text = await (
      await fetch(`${product.baseUrl}/embed/${demo.forms['demo-request']}.js`)
    ).text()
    expect(text).not.toContain('"for":"sales"')
  })
})
