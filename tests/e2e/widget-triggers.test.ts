import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading } = stage

const tall =
  '<meta name="viewport" content="width=device-width"><style>body { min-height: 4000px }</style>'

const openPopup = async (attributes: string, { query = '' } = {}) => {
  const host = await begin()
  await openSite(host, { head: tall, attributes: `data-mode="popup" ${attributes} async`, query })
  return host
}
const dialog = () => stage.page.getByRole('dialog', { name: 'Request a demo' })
const opens = async () => {
  await heading('How many people').waitFor()
  return (await dialog().count()) === 1
}
const isClosed = async () => {
  await expect.poll(() => dialog().count()).toBe(0)
}
const close = async () => {
  await stage.page.keyboard.press('Escape')
  await isClosed()
}
const staysClosed = async (milliseconds = 400) => {
  await stage.page.waitForTimeout(milliseconds)
  return (await dialog().count()) === 0
}

test('a popup opens by itself when the page is there, once per visit, and gets no button', async () => {
  await openPopup('data-open="load"')
  expect(await opens()).toBe(true)
  await close()
  expect(await stage.page.getByRole('button').count()).toBe(0)
  await stage.page.reload()
  await stage.page.locator('bantam-form').waitFor({ state: 'attached' })
  expect(await staysClosed()).toBe(true)
})

test('after so many milliseconds, and not before', async () => {
  await openPopup('data-open="time" data-open-value="1200"')
  expect(await staysClosed(600)).toBe(true)
  expect(await opens()).toBe(true)
})

test('once so much of the page has been scrolled', async () => {
  await openPopup('data-open="scroll" data-open-value="40"')
  await stage.page.evaluate(() => scrollTo(0, 300))
  expect(await staysClosed()).toBe(true)
  await stage.page.evaluate(() => scrollTo(0, 2000))
  expect(await opens()).toBe(true)
})

test('when the pointer leaves by the top', async () => {
  await openPopup('data-open="exit"')
  await stage.page.locator('bantam-form').waitFor({ state: 'attached' })
  await stage.page.waitForLoadState('networkidle')
  const leave = (y: number) =>
    stage.page.evaluate((clientY) => {
      document.body.dispatchEvent(
        new MouseEvent('mouseout', { bubbles: true, relatedTarget: null, clientY }),
      )
    }, y)
  await leave(400)
  expect(await staysClosed()).toBe(true)
  await leave(-2)
  expect(await opens()).toBe(true)
})

test('by touch, when the way back up is taken in one sweep', async () => {
  await openPopup('data-open="exit"')
  const phone = await stage.context.browser()?.newContext({
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await phone?.newPage()
  if (!phone || !page) throw new Error('there is no browser')
  await page.goto(stage.page.url())
  await page.locator('bantam-form').waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  const scroll = (pause: number, ...tops: number[]) =>
    page.evaluate(
      async ([wait, way]) => {
        for (const top of way) {
          scrollTo(0, top)
          await new Promise((resolve) => setTimeout(resolve, wait))
        }
      },
      [pause, tops] as const,
    )
  const popup = page.getByRole('dialog', { name: 'Request a demo' })
  await scroll(600, 3000, 2700, 2400)
  expect(await popup.count()).toBe(0)
  await scroll(50, 2000, 1500, 1000)
  await popup.waitFor()
  expect(await popup.count()).toBe(1)
  await phone.close()
})

test('nothing opens by itself while the visitor writes or looks at something modal', async () => {
  await stage.context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const field = document.createElement('input')
      const other = document.createElement('dialog')
      other.textContent = 'Cookies?'
      document.body.append(field, other)
      field.focus()
    })
  })
  await openPopup('data-open="load"')
  expect(await staysClosed(1300)).toBe(true)
  await stage.page.evaluate(() => document.querySelector('dialog')?.showModal())
  await stage.page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
  })
  expect(await staysClosed(1300)).toBe(true)
  await stage.page.evaluate(() => document.querySelector('dialog')?.close())
  await stage.page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
  })
  expect(await opens()).toBe(true)
})

test('what was closed stays closed on later visits where the website wants that', async () => {
  await openPopup('data-open="load" data-prevent-reopen-on-close')
  expect(await opens()).toBe(true)
  await close()
  await stage.page.evaluate(() => sessionStorage.clear())
  await stage.page.reload()
  await stage.page.locator('bantam-form').waitFor({ state: 'attached' })
  expect(await staysClosed()).toBe(true)
})

test('elements of the page open it, with the focus back on them', async () => {
  await openPopup('data-button-text=""')
  await stage.page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<a href="#bantam-demo">Link</a><button data-bantam-open="demo"><b>Button</b></button><a href="#bantam-other">Other</a>',
    )
  })
  await stage.page.waitForLoadState('networkidle')
  for (const name of ['Link', 'Button']) {
    await stage.page.getByText(name, { exact: true }).click()
    expect(await opens()).toBe(true)
    await close()
    expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe(name)
  }
  expect(new URL(stage.page.url()).hash).toBe('')
  await stage.page.getByText('Other').click()
  expect(await staysClosed()).toBe(true)
})

test('an address can be shared with the form open', async () => {
  await openPopup('', { query: '#bantam-demo' })
  expect(await opens()).toBe(true)
})

test('the dot on a button goes once it was pressed, for some days', async () => {
  const host = await begin()
  await openSite(host, {
    attributes: 'data-mode="popover" data-notification-days="3" data-tooltip="Ask us" async',
  })
  const fresh = () => stage.page.getByRole('button', { name: 'Open the form (new)' })
  await fresh().waitFor()
  await stage.page.getByText('Ask us').waitFor()
  await fresh().click()
  expect(await opens()).toBe(true)
  await close()
  expect(await fresh().count()).toBe(0)
  expect(await stage.page.getByText('Ask us').count()).toBe(0)
  await stage.page.reload()
  await stage.page.getByRole('button', { name: 'Open the form' }).waitFor()
  expect(await fresh().count()).toBe(0)
  await stage.page.evaluate(() => {
    const name = 'bantam:mode:demo'
    const opened = Date.now() - 4 * 86_400_000
    localStorage.setItem(name, JSON.stringify({ opened }))
  })
  await stage.page.reload()
  await fresh().waitFor()
})
