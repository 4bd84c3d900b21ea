import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { everyKind, shortForm } from './widget-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

test('a page that forbids everything but the host shows the form and takes the answers', async () => {
  const host = await begin()
  await openSite(host, {
    policy: `default-src 'none'; script-src ${host.url}; connect-src ${host.url}; style-src 'none'; require-trusted-types-for 'script'`,
  })
  await heading('How many people').waitFor()
  const size = await heading('How many people').evaluate(
    (title) => getComputedStyle(title).fontSize,
  )
  expect(Number.parseFloat(size)).toBeGreaterThan(20)
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('the style sheet of a hostile page changes nothing inside', async () => {
  const host = await begin()
  const looks = () =>
    stage.page.locator('bantam-form').evaluate((form) =>
      [...(form.shadowRoot?.querySelectorAll('*') ?? []), form].map((element) => {
        const { color, display, fontSize, lineHeight, textTransform, width, height } =
          getComputedStyle(element)
        return [element.tagName, color, display, fontSize, lineHeight, textTransform, width, height]
      }),
    )
  const plain = 'body { margin: 0 }'
  await openSite(host, { head: `<style>${plain}</style>` })
  await heading('How many people').waitFor()
  await stage.page.getByText('left').waitFor()
  const before = await looks()
  await openSite(host, {
    head: `<style>${plain} bantam-form { all: unset !important; color: red !important; display: none !important }
      body > * { text-transform: uppercase; line-height: 3; letter-spacing: 1em }</style>`,
  })
  await heading('How many people').waitFor()
  await stage.page.getByText('left').waitFor()
  expect(await looks()).toEqual(before)
})

test('nothing on the page moves when the form arrives late', async () => {
  const host = await begin()
  const slowly = async (route: { continue(): Promise<void> }) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  }
  await stage.page.route('**/assets/**', slowly)
  await stage.page.route('**/v1/**', slowly)
  // Without async nothing beneath the snippet is drawn before the loader has kept the place.
  await openSite(host, { attributes: '' })
  await heading('How many people').waitFor()
  await stage.page.getByRole('button', { name: 'Continue' }).waitFor()
  const shifts = await stage.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Reflect.get(entry, 'value')
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 200)
      }),
  )
  expect(shifts).toBe(0)
})

test('a whole conversation needs no mouse', async () => {
  const host = await begin(everyKind)
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByRole('radio').first().focus()
  const type = async (question: string, ...keys: string[]) => {
    await heading(question).waitFor()
    for (const key of keys) await stage.page.keyboard.press(key)
  }
  const write = async (question: string, text: string, enter = 'Enter') => {
    await heading(question).waitFor()
    await stage.page.keyboard.type(text)
    await stage.page.keyboard.press(enter)
  }
  await type('How many people', 'c', 'Enter')
  await type('procurement', 'n', 'Enter')
  await write('What is your name?', 'Ann Lee')
  await write('Thank you, Ann Lee.', 'ANN@acme.com')
  await write('And by phone?', '')
  await write('Where do you work?', 'Acme')
  await type('What do you use today?', 'a', 'c', 'a', 'Enter')
  await type('Which industry', 'ArrowDown', 'ArrowDown')
  await stage.page.getByRole('combobox').selectOption('health')
  await press('Continue')
  await write('How many seats', '1,200')
  await heading('When would').waitFor()
  await stage.page.getByLabel('When would').fill('2027-01-15')
  await press('Continue')
  await type('Nearly there', 'Enter')
  await type('How do you like', '4', 'Enter')
  await type('How likely', '1', '0', 'Enter')
  await write('What would you like', 'Leads', 'Control+Enter')
  await type('May we contact you?', ' ', 'Enter')
  await heading('Thank you, Ann Lee.').waitFor()
  expect(submissions(host).map(({ body }) => Reflect.get(Object(body), 'answers'))).toEqual([
    [
      { questionId: 'size', value: 's-3' },
      { questionId: 'procurement', value: false },
      { questionId: 'name', value: 'Ann Lee' },
      { questionId: 'email', value: 'ann@acme.com' },
      { questionId: 'phone', value: null },
      { questionId: 'company', value: { name: 'Acme' } },
      { questionId: 'tools', value: ['crm'] },
      { questionId: 'industry', value: 'health' },
      { questionId: 'seats', value: 1200 },
      { questionId: 'start', value: '2027-01-15' },
      { questionId: 'rating', value: 4 },
      { questionId: 'recommend', value: 10 },
      { questionId: 'problem', value: 'Leads' },
      { questionId: 'consent', value: true },
    ],
  ])
})

test('every kind of question passes the accessibility rules', async () => {
  const host = await begin(everyKind)
  await openSite(host)
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  const look = async (what: string) => {
    const { violations } = await new AxeBuilder({ page: stage.page })
      .include('bantam-form')
      .analyze()
    for (const { id, nodes } of violations) found.push(`${what}: ${id} ${nodes[0]?.html}`)
  }
  for (const question of everyKind.questions) {
    const title = question.title.replace(/\{\{name\|.*?\}\}/, 'Ann')
    await heading(title).waitFor()
    await look(question.kind)
    await answers[question.kind]?.()
    await stage.page.getByRole('button', { name: /^(Continue|Go on|Submit)$/ }).click()
  }
  await heading('Thank you, Ann.').waitFor()
  await look('ending')
  expect(found).toEqual([])
})

test('in the dark, question, error and button can be read', async () => {
  const host = await begin()
  await stage.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await openSite(host)
  await stage.page.getByText('Why we ask').click()
  await press('Continue')
  await stage.page.getByText('Please pick an answer').waitFor()
  const { violations } = await new AxeBuilder({ page: stage.page })
    .include('bantam-form')
    .withRules('color-contrast')
    .analyze()
  expect(violations).toEqual([])
})

/** Something acceptable for each kind that cannot be passed over. */
const answers: { [kind: string]: () => Promise<unknown> } = {
  'single-choice': () => stage.page.getByRole('radio', { name: '51–200' }).press('b'),
  'yes-no': () => stage.page.keyboard.press('y'),
  'short-text': () => stage.page.getByRole('textbox').fill('Ann'),
  email: () => stage.page.getByRole('textbox').fill('ann@acme.com'),
  company: () => stage.page.getByLabel('Company name').fill('Acme'),
  dropdown: () => stage.page.getByRole('combobox').selectOption('health'),
  number: () => stage.page.getByRole('textbox').fill('12'),
  rating: () => stage.page.keyboard.press('4'),
  scale: () => stage.page.keyboard.press('7'),
  consent: () => stage.page.getByRole('checkbox').check(),
}

test('the form takes no focus by itself, no key from the page, and lets Tab out both ways', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  expect(await stage.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await stage.page.keyboard.press('b')
  expect(await stage.page.getByRole('radio', { checked: true }).count()).toBe(0)

  await stage.page.getByRole('link', { name: 'Before' }).focus()
  await stage.page.keyboard.press('Tab')
  await stage.page.keyboard.press('Tab')
  await stage.page.keyboard.press('Tab')
  await stage.page.keyboard.press('Tab')
  expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe('Next')
  await stage.page.keyboard.press('Shift+Tab')
  await stage.page.keyboard.press('Shift+Tab')
  await stage.page.keyboard.press('Shift+Tab')
  await stage.page.keyboard.press('Shift+Tab')
  expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe('Before')
})

test('tag managers, second snippets and elements each get one form', async () => {
  const host = await begin()
  await openSite(host, { head: '<script>window.bantam = { q: [1] }</script>' })
  await heading('How many people').waitFor()
  await stage.page.evaluate((url) => {
    for (const id of ['one', 'two']) {
      const script = document.createElement('script')
      script.src = `${url}widget.js`
      script.dataset['form'] = id
      document.head.append(script)
    }
    const element = document.createElement('bantam-form')
    element.setAttribute('form', 'three')
    document.body.append(element)
  }, host.url)
  await expect.poll(() => heading('How many people').count()).toBe(4)
  expect(await stage.page.locator('bantam-form').count()).toBe(4)
  expect(await stage.page.evaluate(() => Object.keys(Reflect.get(window, 'bantam')))).toEqual(
    expect.arrayContaining(['q', 'load', 'push']),
  )
})

test('an element can be moved, and leaves nothing when it is taken away', async () => {
  const host = await begin()
  await openSite(host)
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.locator('bantam-form').evaluate((form) => document.body.prepend(form))
  await heading('What is your name?').waitFor()
  const left = await stage.page.locator('bantam-form').evaluate(async (form) => {
    form.remove()
    await new Promise((resolve) => setTimeout(resolve))
    return form.shadowRoot?.childNodes.length
  })
  expect(left).toBe(0)
})

test('the full page works under its own strict policy', async () => {
  const host = await begin()
  await stage.page.goto(`${host.url}f/demo`)
  await stage.page.getByRole('heading', { level: 1, name: 'How many people' }).waitFor()
  expect(await stage.page.title()).toBe(shortForm.title)
  expect(
    await stage.page
      .getByRole('radio')
      .first()
      .evaluate((field) => field.matches(':focus')),
  ).toBe(true)
  const { violations } = await new AxeBuilder({ page: stage.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('a form that cannot be loaded leaves a link instead', async () => {
  const host = await begin()
  await stage.page.route('**/v1/**', (route) => route.fulfill({ status: 404, body: '{}' }))
  await openSite(host)
  const link = stage.page.getByRole('link', { name: 'on its own page' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe(`${host.url}f/demo`)
})
