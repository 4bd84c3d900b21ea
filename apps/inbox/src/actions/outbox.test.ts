import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leadItem } from '../lead-for-test.ts'
import { pending, put, startOutbox, takeBack } from './outbox.ts'
import { withPending, type PendingAction } from './pending.ts'

let answers: (() => Promise<Response>)[]
let sent: string[]
let bodies: unknown[]
let stop: () => void
const outcomes = { onDone: vi.fn(), onRefused: vi.fn(), onSignedOut: vi.fn() }
const user = { id: 'rita', name: 'Rita' }
const page = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  vi.clearAllMocks()
  sent = []
  bodies = []
  answers = []
  vi.stubGlobal('localStorage', undefined)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    sent.push(url)
    bodies.push(body === undefined ? undefined : JSON.parse(String(body)))
    return answers.shift()?.() ?? Promise.resolve(Response.json(leadItem({ id: 'ada' })))
  })
  stop = startOutbox('rita', outcomes)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const action = (own: Partial<PendingAction> = {}): PendingAction => ({
  id: 'one',
  leadId: 'ada',
  request: { kind: 'accepted' },
  at: Date.now(),
  sendAt: Date.now() + 5000,
  ...own,
})
const problem = (status: number, code: string) => () =>
  Promise.resolve(Response.json({ code, detail: 'No.' }, { status }))
const offline = () => Promise.reject(new TypeError('no network'))

test('nothing is sent while it can still be undone', async () => {
  put(action())
  await vi.advanceTimersByTimeAsync(4000)
  expect(takeBack('one')).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
})

test('it says how long ago it was done, also after hours without a network', async () => {
  answers = [offline]
  put(action({ request: { kind: 'touched' } }))
  await vi.advanceTimersByTimeAsync(5000)
  vi.setSystemTime(Date.now() + 3_600_000)
  page.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(bodies).toEqual([
    { kind: 'touched', id: 'one', ago: 5000 },
    { kind: 'touched', id: 'one', ago: 3_605_000 },
  ])
})

test('a clock set back or a month without a network is not more than the server takes', async () => {
  put(action({ at: Date.now() + 60_000, sendAt: 0 }))
  put(action({ id: 'two', at: Date.now() - 30 * 86_400_000, sendAt: 0 }))
  await vi.advanceTimersByTimeAsync(10)
  expect(bodies).toMatchObject([{ ago: 0 }, { ago: 7 * 86_400_000 }])
})

test('then it is sent once and confirmed', async () => {
  put(action())
  await vi.advanceTimersByTimeAsync(6000)
  expect(sent).toEqual(['/v1/leads/ada/disposition'])
  expect(outcomes.onDone).toHaveBeenCalledOnce()
  expect(pending.value).toEqual([])
  expect(takeBack('one')).toBe(false)
})

test('what is on its way cannot be undone any more', async () => {
  let answer = (_response: Response) => {}
  answers = [() => new Promise((resolve) => (answer = resolve))]
  put(action())
  await vi.advanceTimersByTimeAsync(6000)
  expect(takeBack('one')).toBe(false)
  expect(pending.value).toHaveLength(1)
  answer(Response.json(leadItem({ id: 'ada' })))
  await vi.advanceTimersByTimeAsync(1)
  expect(pending.value).toEqual([])
})

test('a lost connection keeps the action, and the network coming back sends it at once', async () => {
  answers = [offline]
  put(action({ sendAt: Date.now() }))
  await vi.advanceTimersByTimeAsync(1)
  expect(pending.value).toHaveLength(1)
  page.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
  expect(pending.value).toEqual([])
})

test('a busy server is asked again later', async () => {
  answers = [problem(503, 'unavailable')]
  put(action({ sendAt: Date.now() }))
  await vi.advanceTimersByTimeAsync(4000)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toHaveLength(2)
})

test('a refusal is given up and told, and a lost claim takes what was to follow it along', async () => {
  answers = [problem(409, 'already-claimed')]
  put(action({ id: 'claim', request: { kind: 'claimed' }, sendAt: Date.now() }))
  put(action({ id: 'accept' }))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual(['/v1/leads/ada/claim'])
  expect(outcomes.onRefused).toHaveBeenCalledOnce()
  expect(pending.value).toEqual([])
})

test('a page that goes keeps what it sent until somebody has heard that it arrived', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
  vi.stubGlobal('navigator', { onLine: true })
  answers = [offline]
  put(action())
  page.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(1)
  stop()
  // The next page; the server is back.
  stop = startOutbox('rita', outcomes)
  expect(takeBack('another')).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(bodies).toEqual([
    { kind: 'accepted', id: 'one', ago: 0 },
    { kind: 'accepted', id: 'one', ago: expect.any(Number) },
  ])
  expect([pending.value, kept.size]).toEqual([[], 0])
})

test('an ended session keeps the action for the next one', async () => {
  answers = [problem(401, 'unauthenticated')]
  put(action({ sendAt: Date.now() }))
  await vi.advanceTimersByTimeAsync(1)
  expect(outcomes.onSignedOut).toHaveBeenCalledOnce()
  expect(pending.value).toHaveLength(1)
})

test('unconfirmed actions lie over what the server said, in their order', () => {
  const lead = leadItem({ id: 'ada', owner: null })
  const actions = [
    action({ id: 'a', request: { kind: 'claimed' } }),
    action({ id: 'b', request: { kind: 'accepted' } }),
    action({ id: 'c', request: { kind: 'rejected', reason: 'duplicate' }, leadId: 'another' }),
  ]
  expect(withPending(lead, { actions, user })).toMatchObject({ owner: user, stage: 'sal' })
  expect(lead.owner).toBeNull()
})
