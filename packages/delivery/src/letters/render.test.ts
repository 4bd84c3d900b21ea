import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Acknowledgement } from './acknowledgement.ts'
import type { LeadMail } from './lead-mail.ts'
import { renderAcknowledgement, renderLeadMail } from './render.ts'

const now = new Date('2026-11-23T13:30:00Z')
const leadMail = (fields: Partial<LeadMail> = {}): LeadMail => ({
  workspace: 'Northwind',
  rep: 'Maya',
  lead: {
    name: 'Jonas Weidmann',
    email: 'jonas@hafen.example',
    company: 'Hafenkontor',
    phone: '+49405550142',
  },
  form: 'Request a demo',
  lane: 'sales',
  score: { fit: 82.4, intent: 91, label: 'A1' },
  reasons: [
    { axis: 'fit', points: 5, because: 'Small reason' },
    { axis: 'fit', points: 30, because: 'Company size is 201–1000' },
    { axis: 'fit', points: -20, because: 'Free mail address' },
    { axis: 'fit', points: 10, because: 'Decides alone' },
    { axis: 'fit', points: 0, because: 'Nothing at all' },
    { axis: 'intent', points: 31.5, because: 'Saw pricing' },
  ],
  answers: [{ title: 'What for?', display: 'Bookings' }],
  opener: 'Which booking hurt most?',
  due: { at: new Date('2026-11-23T13:35:00Z'), zone: 'Europe/Berlin' },
  claimUrl: 'https://bantam.example/inbox/lead/1?a=1&b=2',
  now,
  ...fields,
})
const acknowledgement = (fields: Partial<Acknowledgement> = {}): Acknowledgement => ({
  workspace: 'Northwind',
  form: 'Request a demo',
  firstName: 'Jonas',
  expects: {
    kind: 'person',
    person: 'Maya Lindqvist',
    by: { at: new Date('2026-11-24T08:05:00Z'), zone: 'Europe/Berlin' },
  },
  now,
  ...fields,
})

test('both forms of a lead mail say who, by when, why, what they said, how to begin and where to take it', () => {
  const { subject, html, text } = renderLeadMail(leadMail())
  expect(subject).toBe('New lead: Jonas Weidmann, Hafenkontor (A1, due 14:35)')
  for (const words of [
    'Jonas Weidmann',
    'jonas@hafen.example',
    'First touch due by 14:35 today',
    'Berlin time',
    'Sales now',
    'Company size is 201–1000',
    '+30',
    '−20',
    'Which booking hurt most?',
    'What for?',
    'Bookings',
  ]) {
    expect(html).toContain(words)
    expect(text).toContain(words)
  }
  expect(html).toContain('href="https://bantam.example/inbox/lead/1?a=1&amp;b=2"')
  expect(text).toContain('https://bantam.example/inbox/lead/1?a=1&b=2')
})

test('of each axis the three heaviest reasons are shown, those against included', () => {
  const { text } = renderLeadMail(leadMail())
  const order = ['Company size', 'Free mail', 'Decides alone'].map((words) => text.indexOf(words))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(text).not.toMatch(/Small reason|Nothing at all/)
})

test('bars are table cells as wide as the numbers say, also at both ends', () => {
  expect(renderLeadMail(leadMail()).html).toMatch(
    /width="82%".*width="18%".*width="91%".*width="9%"/s,
  )
  const { html } = renderLeadMail(leadMail({ score: { fit: 100, intent: 0, label: 'A3' } }))
  expect(html.match(/<td width="\d+%"/g)).toEqual(['<td width="100%"', '<td width="100%"'])
})

test('a mail that comes late says that the touch was due', () => {
  const { text } = renderLeadMail(leadMail({ now: new Date('2026-11-23T13:36:00Z') }))
  expect(text).toContain('First touch was due at 14:35 today (Berlin time).')
})

test('a lead that told little still makes a whole mail', () => {
  const lead = { name: ' ', email: 'x@y.example', company: '' }
  const { subject, html, text } = renderLeadMail(
    leadMail({ lead, answers: [], reasons: [], opener: undefined, due: undefined }),
  )
  expect(subject).toBe('New lead: x@y.example (A1)')
  expect(html + text).not.toMatch(/undefined|A way to begin|What they said|null/)
})

test('many and long answers are shortened and counted', () => {
  const answers = Array.from({ length: 15 }, (_, index) => ({
    title: `Question ${index + 1}`,
    display: '🐓'.repeat(600),
  }))
  const { html, text } = renderLeadMail(leadMail({ answers }))
  expect(html).toContain('3 more answers in the inbox')
  expect(text).toContain('and 3 more')
  expect(html).not.toContain('Question 13')
  expect(html).not.toMatch(/\p{Cs}/u)
  expect(html.length).toBeLessThan(60_000)
})

const own = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>',
]
const collection = new URL('../../../../../shared/data/hostile/email-header.json', import.meta.url)
const collected: readonly string[] = existsSync(collection)
  ? JSON.parse(readFileSync(collection, 'utf8'))
  : []

test('what a respondent typed becomes neither markup nor a header, wherever it stands', () => {
  const plainTags = tagsOf(renderLeadMail(leadMail()).html)
  for (const typed of [...own, ...collected]) {
    const { subject, html } = renderLeadMail(
      leadMail({
        lead: { name: typed, email: typed, company: typed, phone: typed },
        answers: [{ title: 'What for?', display: typed }],
        opener: typed,
        reasons: leadMail().reasons.map((reason) => ({
          ...reason,
          because: `${reason.because} ${typed}`,
        })),
      }),
    )
    expect(tagsOf(html), typed).toEqual(plainTags)
    expect(subject, typed).not.toMatch(/[\r\n\u0000\u2028]/)
    expect(html, typed).not.toMatch(/<[^>]*\son\w+=/)
  }
})

test('an object in place of a text does not become an element', () => {
  const display = JSON.parse('{"type":"script","props":{"children":"alert(1)"},"constructor":null}')
  expect(
    () => renderLeadMail(leadMail({ answers: [{ title: 'What for?', display }] })).html,
  ).toThrow()
})

test('both forms of an acknowledgement say who will get in touch and by when', () => {
  const { subject, html, text } = renderAcknowledgement(
    acknowledgement({ replyTo: 'desk@northwind.example' }),
  )
  expect(subject).toBe('Northwind: we have your answers')
  for (const words of [
    'Thank you, Jonas.',
    'Maya Lindqvist from Northwind will get in touch with you by',
    '9:05 tomorrow',
    'Tuesday 24 November, Berlin time',
    'just reply',
  ]) {
    expect(html).toContain(words)
    expect(text).toContain(words)
  }
})

test('an acknowledgement promises no time where nobody is on the clock, and no reader where there is none', () => {
  const { html, text } = renderAcknowledgement(acknowledgement({ expects: { kind: 'later' } }))
  expect(text).toContain('They are with our team at Northwind.')
  expect(html + text).not.toMatch(/reply|tomorrow|undefined/)
})

test.each(['Zoë', "O'Brien", 'Jean-Luc', 'Mary Ann', '山田', 'محمد'])(
  '%s is greeted by name',
  (firstName) => {
    expect(renderAcknowledgement(acknowledgement({ firstName })).text).toContain(
      `Thank you, ${firstName}.`,
    )
  },
)

test.each([
  'win.example',
  'http://win.example',
  'You won 1000',
  'buy now today at once',
  '<b>x</b>',
  'Bob\nBcc',
  '',
  undefined,
])('a stranger cannot be written to through the name %j', (firstName) => {
  expect(renderAcknowledgement(acknowledgement({ firstName })).text).toMatch(
    /^Thank you\. We have your answers\./,
  )
})

test('mails need no image, no script and nothing from elsewhere', () => {
  for (const { html } of [renderLeadMail(leadMail()), renderAcknowledgement(acknowledgement())]) {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|url\(|@import|src=/)
    expect(html).toMatch(/^<!doctype html><html lang="en">/)
    expect(html).not.toMatch(
      /style="[^"]*(?:padding|margin|width|height|font-size|border-radius):[1-9]\d*[;"]/,
    )
  }
})

const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1] ?? '')
