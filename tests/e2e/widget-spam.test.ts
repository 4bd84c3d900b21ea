import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { beginOnApi, openSite, heading, press, reachTheEnd } = stage

const trapped = 'input[name=subject]'
const posts = (calls: readonly string[]) => calls.filter((call) => call.includes(' submissions '))

test('a protected form is sent once, with work that was done while the visitor answered', async () => {
  const host = await beginOnApi({ asksProof: true })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await expect.poll(() => host.calls).toContain('GET challenge 200')
  await stage.page.waitForTimeout(1500)
  const asked = Date.now()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(Date.now() - asked).toBeLessThan(1000)
  expect(posts(host.calls)).toEqual(['POST submissions 201'])
  expect(host.calls.filter((call) => call.includes('challenge'))).toHaveLength(1)
  expect(await host.stored()).toHaveLength(1)
})

test('a form whose owner switches protection on meanwhile takes the answers all the same', async () => {
  const host = await beginOnApi()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.page.waitForTimeout(1600)
  await host.protect()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(posts(host.calls)).toEqual(['POST submissions 422', 'POST submissions 201'])
  expect(await host.stored()).toHaveLength(1)
})

test('whoever is too quick for a person is taken once the browser has worked for it', async () => {
  const host = await beginOnApi()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.evaluate(() => {
    const now = performance.now()
    performance.now = () => now
  })
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(host.calls).toContain('GET challenge 200')
  expect(posts(host.calls)).toEqual(['POST submissions 201'])
  expect(await host.stored()).toHaveLength(1)
})

test('a field that nobody sees, reaches or hears of catches programs, which are thanked', async () => {
  const host = await beginOnApi()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  const field = stage.page.locator(trapped)
  await field.waitFor({ state: 'attached' })
  expect(await stage.page.getByRole('textbox').count()).toBe(1)
  expect(await stage.page.getByLabel('Subject').count()).toBe(1)
  expect(await stage.page.getByRole('textbox', { name: 'Subject' }).count()).toBe(0)
  const { width, height } = (await field.evaluate((input) =>
    input.closest('label')?.getBoundingClientRect().toJSON(),
  )) as DOMRect
  expect([width, height]).toEqual([1, 1])
  await stage.page.getByRole('link', { name: 'Next' }).focus()
  for (let step = 0; step < 8; step++) {
    await stage.page.keyboard.press('Shift+Tab')
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(false)
  }
  await field.evaluate((input) => {
    if (input instanceof HTMLInputElement) input.value = 'https://buy.example'
  })
  await stage.page.getByRole('textbox').fill('Bot')
  await press('Continue')
  await press('Submit')
  await heading('Thank you, Bot.').waitFor()
  expect(posts(host.calls)).toEqual(['POST submissions 201'])
  expect(await host.stored()).toEqual([])
  expect(await host.metric('bantam_spam_stopped_total{by="trap"}')).toBe(1)
})

test('the trap leaves with the form', async () => {
  const host = await beginOnApi()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await stage.page.locator(trapped).waitFor({ state: 'attached' })
  const left = await stage.page.locator('bantam-form').evaluate(async (form) => {
    form.remove()
    await new Promise((resolve) => setTimeout(resolve))
    return [form.shadowRoot?.childNodes.length, form.shadowRoot?.querySelector('input')]
  })
  expect(left).toEqual([0, null])
})

test('on a page of another host the work comes in slices that nobody feels', async () => {
  const host = await beginOnApi({ asksProof: true })
  await stage.page.addInitScript(() => {
    const [slices, long]: number[][] = [[], []]
    Object.assign(window, { slices, long })
    // A slice begins with a timer without a delay and ends with the next one.
    const wait = window.setTimeout
    let began: number | undefined
    const timed = (call: () => void, delay?: number) => {
      if (delay !== undefined) return wait(call, delay)
      if (began !== undefined) slices?.push(performance.now() - began)
      return wait(() => {
        began = performance.now()
        call()
      })
    }
    Object.assign(window, { setTimeout: timed })
    new PerformanceObserver((list) => {
      if (slices?.length) for (const { duration } of list.getEntries()) long?.push(duration)
    }).observe({ type: 'longtask' })
  })
  await openSite(host)
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.waitForTimeout(3000)
  const { slices, long } = await stage.page.evaluate(() => ({
    slices: Reflect.get(window, 'slices') as number[],
    long: Reflect.get(window, 'long') as number[],
  }))
  expect(slices.length).toBeGreaterThan(10)
  // A busy machine stops for longer now and then.
  const sorted = slices.toSorted((one, other) => one - other)
  expect(sorted[Math.floor(sorted.length * 0.8)]).toBeLessThanOrEqual(8)
  const blocked = long.reduce((sum, duration) => sum + duration - 50, 0)
  expect(blocked).toBeLessThanOrEqual(50)
  expect(stage.page.workers()).toHaveLength(0)
  await stage.page.getByRole('textbox').fill('Ann')
  await press('Continue')
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(posts(host.calls)).toEqual(['POST submissions 201'])
})

test('on its own page the work is done beside it, in a worker', async () => {
  const host = await beginOnApi({ asksProof: true })
  let workers = 0
  stage.page.on('worker', () => workers++)
  await stage.page.goto(`${host.url}f/${host.formId}`)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(workers).toBe(1)
  expect(posts(host.calls)).toEqual(['POST submissions 201'])
  expect(await host.stored()).toHaveLength(1)
})
