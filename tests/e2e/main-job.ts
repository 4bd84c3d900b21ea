import { expect } from 'vitest'
import { Webhook } from 'standardwebhooks'
import type { Browser, Page } from 'playwright'
import type { HookReceiver } from '../hook-receiver.ts'
import type { PostOffice } from '../post-office.ts'
import type { DemoWorkspace, Product } from '../product.ts'

/** The parts that the main job runs on, all of them real. */
export interface Scene {
  readonly product: Product
  readonly demo: DemoWorkspace
  readonly browser: Browser
  readonly postOffice: PostOffice
  readonly hooks: HookReceiver
}

/** A director with a plan answers on another origin; the inbox, the mails and the webhook follow without a reload. */
export const directorReachesSales = async (scene: Scene): Promise<void> => {
  const { browser, product, postOffice, hooks } = scene
  const secret = await subscribe(scene)
  const rep = await browser.newPage()
  await signInToInbox(rep, scene, 'sales-manager')
  const visitor = await browser.newPage()
  await visitor.goto(`${product.siteUrl}/`)
  await answer(visitor, 'First of all', (form) => form.getByRole('textbox').fill('Dana'))
  await answer(visitor, 'Nice to meet you, Dana', (form) =>
    form.getByRole('textbox').fill('dana@acme-demo.example'),
  )
  await answer(visitor, 'Which company', (form) => form.getByRole('textbox').fill('Acme Demo'))
  await choose(visitor, 'describes your role', 'Director or VP')
  await choose(visitor, 'people work at Acme Demo', '201–1,000')
  await choose(visitor, 'agree before you can buy', 'I decide with others')
  await answer(visitor, 'get better', (form) =>
    form.getByText('Know which leads are worth a call').click(),
  )
  await answer(visitor, 'be different', (form) =>
    form.getByRole('textbox').fill('<b>Fewer</b> wasted calls'),
  )
  await answer(visitor, 'leads reach you', (form) =>
    form.getByRole('spinbutton').or(form.getByRole('textbox')).fill('300'),
  )
  await answer(visitor, 'use for this today', (form) =>
    form.getByRole('combobox').selectOption({ label: 'A form builder' }),
  )
  await choose(visitor, 'have it running', 'This quarter')
  await choose(visitor, 'money for it', 'Yes, approved')
  await answer(visitor, 'Roughly how much', (form) =>
    form.getByRole('combobox').selectOption({ label: '5,000 to 20,000' }),
  )
  await answer(visitor, 'May we call you', (form) =>
    form.getByRole('textbox').fill('+49 30 1234567'),
  )
  await answer(visitor, 'Anything else', async () => {})
  await answer(visitor, 'May we write to you', (form) => form.getByRole('checkbox').check())
  await expect.poll(() => visitor.getByText('We are on it').isVisible()).toBe(true)

  await expect.poll(() => rep.getByText('Acme Demo').first().isVisible()).toBe(true)
  await expect.poll(() => postOffice.letters.length, { timeout: 15_000 }).toBe(2)
  const [toLead, toRep] = ['dana@acme-demo.example', '@demo.example'].map((end) =>
    postOffice.letters.find(
      ({ to }) =>
        to[0]?.endsWith(end) && (end !== '@demo.example' || to[0] !== 'dana@acme-demo.example'),
    ),
  )
  expect(toLead?.mail.text).toContain('get in touch')
  expect(toRep?.mail.text).toContain('Acme Demo')
  expect(toRep?.mail.html).not.toContain('<b>Fewer</b>')
  await expect.poll(() => hooks.received.length, { timeout: 15_000 }).toBe(1)
  const [hook] = hooks.received
  const told = new Webhook(secret).verify(hook?.body ?? '', headersOf(hook)) as {
    type: string
    data: { lead: { email: string } }
  }
  expect(told).toMatchObject({
    type: 'lead.routed',
    data: { lead: { email: 'dana@acme-demo.example', lane: 'sales' } },
  })
  await Promise.all([rep.close(), visitor.close()])
}

/** A student who is just looking goes to nurture with another ending, and nobody is paged. */
export const studentReachesNurture = async ({
  browser,
  product,
  demo,
  postOffice,
}: Scene): Promise<void> => {
  const before = postOffice.letters.length
  const visitor = await browser.newPage()
  await visitor.goto(`${product.siteUrl}/`)
  await answer(visitor, 'First of all', (form) => form.getByRole('textbox').fill('Stu'))
  await answer(visitor, 'Nice to meet you, Stu', (form) =>
    form.getByRole('textbox').fill('stu@school-demo.example'),
  )
  await answer(visitor, 'Which company', (form) => form.getByRole('textbox').fill('School Demo'))
  await choose(visitor, 'describes your role', 'Student')
  await answer(visitor, 'What are you studying', (form) =>
    form.getByRole('textbox').fill('Marketing'),
  )
  await answer(visitor, 'May we write to you', async () => {})
  await expect.poll(() => visitor.getByText('Take your time').isVisible()).toBe(true)
  await expect.poll(() => postOffice.letters.length, { timeout: 15_000 }).toBe(before + 1)
  expect(postOffice.letters.at(-1)?.to).toEqual(['stu@school-demo.example'])
  const leads = await fetch(`${product.baseUrl}/v1/leads?q=stu@school-demo.example`, {
    headers: { authorization: `Bearer ${demo.apiKey}` },
  })
  const { items } = (await leads.json()) as { items: { lane: string; owner: unknown }[] }
  expect(items).toMatchObject([{ lane: 'nurture', owner: null }])
  await visitor.close()
}

const subscribe = async ({ product, demo, hooks }: Scene): Promise<string> => {
  const made = await fetch(`${product.baseUrl}/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: hooks.url, types: ['lead.routed'] }),
  })
  expect(made.status).toBe(201)
  return ((await made.json()) as { secret: string }).secret
}

const signInToInbox = async (page: Page, { product, demo }: Scene, role: string): Promise<void> => {
  const user = demo.users.find((one) => one.role === role)
  await page.goto(`${product.baseUrl}/inbox/`)
  await page.getByLabel('Email').fill(user?.email ?? '')
  await page.getByLabel('Password').fill(user?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect
    .poll(
      () =>
        page
          .getByText(/waiting/i)
          .first()
          .isVisible(),
      { timeout: 15_000 },
    )
    .toBe(true)
}

type Act = (form: ReturnType<Page['locator']>) => Promise<unknown>

/** Waits for the question, does something, and goes on by the keyboard's own way: the Continue button. */
/** Answers the question that has `title` in it and goes on. */
export const answer = async (page: Page, title: string, act: Act): Promise<void> => {
  const form = page.locator('bantam-form')
  await form.getByText(title).first().waitFor()
  await act(form)
  await form
    .getByRole('button', { name: /continue|skip|submit|send/i })
    .first()
    .click()
}

/** A single choice goes on by itself. */
/** Picks an answer by pointer, which goes on by itself. */
export const choose = async (page: Page, title: string, label: string): Promise<void> => {
  const form = page.locator('bantam-form')
  await form.getByText(title).first().waitFor()
  await form.getByText(label, { exact: true }).click()
}

const headersOf = (hook: HookReceiver['received'][number] | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hook?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
