import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'

/** A demo workspace with its marketer signed in to the builder, for all tests of a file. */
export const stageBuilder = () => {
  let product: Product
  let demo: DemoWorkspace
  let server: Server
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    product = await createProduct()
    demo = await product.demo()
    server = await product.serve()
    browser = await launch()
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    page = await context.newPage()
    const marketer = demo.users.find(({ role }) => role === 'marketer')
    await page.goto(`${product.baseUrl}/`)
    await page
      .getByLabel('Work email')
      .first()
      .fill(marketer?.email ?? '')
    await page
      .getByLabel('Password')
      .first()
      .fill(marketer?.password ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'New form' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    product?.remove()
  })
  return {
    get page() {
      return page
    },
    get browser() {
      return browser
    },
    get demo() {
      return demo
    },
    get baseUrl() {
      return product.baseUrl
    },
    /** What axe finds wrong with the page as it is, each with its places. */
    findings: async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ target }) => target.join(' ')),
      ]),
    /** Publishes what stands and waits until it is live. */
    async publish(version: number) {
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
      await page.getByText(`Version ${version} is live.`).waitFor()
    },
  }
}
