import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App, createQueries } from './App.tsx'
import type { LeadItem } from './client.ts'
import { pending } from './actions/outbox.ts'
import { leadItem, wholeLead } from './lead-for-test.ts'

/** The server's answers, by method and path; a test changes what it needs. */
let answers: { [request: string]: (body: unknown) => { status: number; body: unknown } }
let sent: { request: string; body: unknown }[]
let streams: LiveStream[]
let leads: LeadItem[]

class LiveStream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 1
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  constructor() {
    super()
    streams.push(this)
  }
  close() {
    this.readyState = LiveStream.CLOSED
  }
}

const push = (type: string, lead: LeadItem) =>
  streams.at(-1)?.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ lead }) }))

const ok = (body: unknown) => ({ status: 200, body })
const rita = {
  user: { id: 'rita', name: 'Rita Alvarez', email: 'rita@example.com' },
  workspace: { id: 'w', name: 'Demo', isDemo: true },
  role: 'rep',
}
const counts = () => ({
  active: leads.length,
  mine: leads.length,
  unclaimed: leads.length,
  nurture: 0,
  total: leads.length,
})
const scored = (id: string, total: number, own: Partial<LeadItem> = {}) =>
  leadItem({ id, ...own, score: { ...leadItem({ id }).score, total } })

beforeEach(() => {
  history.replaceState(null, '', '/inbox/')
  localStorage.clear()
  pending.value = []
  sent = []
  streams = []
  leads = [scored('ada', 90), scored('grace', 70)]
  answers = {
    'GET /v1/session': () => ok(rita),
    'GET /v1/setup': () =>
      ok({
        isOpen: false,
        hasDemo: true,
        demoUsers: [{ email: 'rita@example.com', role: 'rep', password: 'open-sesame' }],
      }),
    'GET /v1/leads': () => ok({ items: leads, next: null, counts: counts() }),
    'GET /v1/leads/ada': () =>
      ok(wholeLead(leads.find((lead) => lead.id === 'ada') ?? leadItem({ id: 'ada' }))),
    'GET /v1/leads/ada/timeline': () => ok({ items: [] }),
    'GET /v1/members': () => ok({ items: [{ id: 'sam', name: 'Sam Whitfield' }] }),
  }
  vi.stubGlobal('EventSource', LiveStream)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal(
    'fetch',
    async (url: string, { method, body }: { method: string; body?: string }) => {
      const request = `${method} ${url.split('?')[0]}`
      const parsed: unknown = body === undefined ? undefined : JSON.parse(body)
      sent.push({ request, body: parsed })
      const answer = answers[request]?.(parsed) ?? {
        status: 404,
        body: { code: 'not-found', detail: 'There is none.' },
      }
      return new Response(JSON.stringify(answer.body), { status: answer.status })
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const openInbox = () => {
  render(<App queries={createQueries()} />)
  return screen.findByRole('list', { name: 'Open leads by rank' })
}
const namesIn = (list: HTMLElement) =>
  [...list.querySelectorAll('.lead-row-name')].map((name) => name.textContent)
const openAda = async () => {
  const list = await openInbox()
  fireEvent.click(within(list).getByText('ada'))
  return screen.findByRole('article', { name: 'ada' })
}

test('a demo user is filled in by one click and signs in', async () => {
  answers['GET /v1/session'] = () => ({ status: 401, body: { code: 'unauthenticated' } })
  answers['POST /v1/session'] = () => ok(rita)
  render(<App queries={createQueries()} />)
  fireEvent.click(await screen.findByText('Sales rep'))
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('open-sesame'),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('list', { name: 'Open leads by rank' })
  expect(sent).toContainEqual({
    request: 'POST /v1/session',
    body: { email: 'rita@example.com', password: 'open-sesame' },
  })
})

test('a session that has ended says so, and keeps what waits to be sent', async () => {
  const pane = await openAda()
  answers['POST /v1/leads/ada/claim'] = () => ({ status: 401, body: { code: 'unauthenticated' } })
  fireEvent.click(within(pane).getByRole('button', { name: /Claim/ }))
  await screen.findByText(
    'Your session has ended. Sign in again to go on. One thing you did will be sent then.',
  )
  expect(screen.getByLabelText<HTMLInputElement>('Work email').value).toBe('rita@example.com')
})

test('who signs out is told nothing of it', async () => {
  await openInbox()
  answers['DELETE /v1/session'] = () => ok(undefined)
  fireEvent.click(screen.getByText('Sign out'))
  await screen.findByRole('heading', { name: 'Sign in to your inbox' })
  expect(screen.queryByText(/has ended/)).toBeNull()
})

test('a new lead appears at its rank without reload, is announced, and counts in the title', async () => {
  const list = await openInbox()
  push('lead.routed', scored('linus', 80, { company: 'Kestrel' }))
  await waitFor(() => expect(namesIn(list)).toEqual(['ada', 'linus', 'grace']))
  expect(
    screen.getByText('New lead: linus, Kestrel. Sales now, A2.').getAttribute('aria-live'),
  ).toBe('polite')
  expect(document.title).toBe('(1) Inbox · Bantam')
})

test('answers that somebody else gave under the same address become a lead of their own', async () => {
  leads = [scored('ada', 90, { submissions: 2 }), scored('grace', 70)]
  const entry = { at: '2026-11-02T09:00:00.000Z', kind: 'submission', submissionId: 's-2' }
  answers['GET /v1/leads/ada/timeline'] = () => ok({ items: [{ ...entry, title: 'Answered' }] })
  answers['GET /v1/leads/eve'] = () => ok(wholeLead(leadItem({ id: 'eve' })))
  answers['POST /v1/leads/ada/separate'] = () => ok(wholeLead(leadItem({ id: 'eve' })))
  const page = await openAda()
  fireEvent.click(await within(page).findByRole('button', { name: 'Was this somebody else?' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Tell them apart' }))
  await screen.findByRole('article', { name: 'eve' })
  expect(sent).toContainEqual({
    request: 'POST /v1/leads/ada/separate',
    body: { submissionId: 's-2' },
  })
})

test('a claim that came too late is taken back and says who holds the lead', async () => {
  const page = await openAda()
  answers['POST /v1/leads/ada/claim'] = () => {
    leads = [
      scored('ada', 90, {
        owner: { id: 'sam', name: 'Sam Whitfield' },
        claimedAt: '2026-11-02T09:01:00.000Z',
      }),
    ]
    return { status: 409, body: { code: 'already-claimed', detail: 'Held.' } }
  }
  fireEvent.click(await within(page).findByText('Claim'))
  await screen.findByText('Sam Whitfield was faster: ada is theirs.')
  await waitFor(() =>
    expect(page.querySelector('.lead-owner')?.textContent).toContain('Sam Whitfield'),
  )
})

test('a claim shows at once that the lead is mine', async () => {
  const page = await openAda()
  answers['POST /v1/leads/ada/claim'] = () =>
    ok(scored('ada', 90, { claimedAt: '2026-11-02T09:01:00.000Z' }))
  fireEvent.click(await within(page).findByText('Claim'))
  await waitFor(() => expect(page.querySelector('.lead-owner')?.textContent).toMatch(/You$/))
})

test('an action is done on screen at once, and undone before it is sent', async () => {
  await openAda()
  fireEvent.keyDown(window, { key: 't' })
  fireEvent.click(await screen.findByText('Undo'))
  await screen.findByText('Undone')
  expect(pending.value).toEqual([])
  expect(sent.filter(({ request }) => request.startsWith('POST'))).toEqual([])
})

test('the page shows every line behind the score, their sum, and why each candidate was left out', async () => {
  const page = await openAda()
  await within(page).findByText('Company size is 201–1000')
  const [fit] = page.querySelectorAll('.why-axis')
  expect(fit?.querySelector('tfoot td')?.textContent).toBe('80.00')
  expect(within(page).getByText('Left out: has as many open leads as agreed')).toBeDefined()
  expect(await within(page).findByText('Sam Whitfield')).toBeDefined()
})

test('an empty queue says that the next lead comes by itself', async () => {
  leads = []
  render(<App queries={createQueries()} />)
  expect(await screen.findByText('No leads waiting.')).toBeDefined()
})
