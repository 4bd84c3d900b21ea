import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bantam } from './api.ts'
import { isObjecting } from './consent.ts'
import { openSignals } from './signals.ts'
import { openStorage } from './storage.ts'

interface Sent {
  readonly visitor?: string
  readonly formId: string
  readonly signals: readonly { readonly id: string; readonly name: string; readonly url: string }[]
}

let sent: Sent[]
let beacons: number

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  beacons = 0
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.src = 'https://forms.example/widget.js'
  script.dataset['site'] = 'form-1'
  document.head.append(script)
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    if (url === 'https://forms.example/v1/public/signals') sent.push(JSON.parse(body))
    return { json: async () => ({ visitor: 'token' }) }
  })
  Object.assign(navigator, {
    sendBeacon(_url: string, body: string) {
      beacons++
      sent.push(JSON.parse(body))
      return true
    },
  })
})
afterEach(() => {
  api.consent({ signals: false })
  document.head.replaceChildren()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  for (const name of ['globalPrivacyControl', 'doNotTrack']) Reflect.deleteProperty(navigator, name)
})

let api: Pick<Bantam, 'track' | 'consent'>
const open = (heard: unknown[][] = []) => {
  api = { track: () => {}, consent: () => {} }
  openSignals(api, heard)
  return api
}
const names = () => sent.flatMap(({ signals }) => signals.map(({ name }) => name))
const kept = () => openStorage('localStorage').read('bantam:https://forms.example/:visitor')

test('nothing is sent before there is consent; then the page and what was done on it', async () => {
  open([[Date.now(), 'https://acme.example/?email=ann', 'demo-watched']])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
  api.consent({ signals: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(names()).toEqual(['demo-watched', 'page-view'])
  expect(sent[0]).toMatchObject({
    formId: 'form-1',
    signals: [{ url: 'https://acme.example/' }, {}],
  })
  expect(sent[0]).not.toHaveProperty('visitor')
})

test('later events go together as one beacon under the token, each with an id of its own', async () => {
  open().consent({ signals: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toBe('token')
  api.track('video')
  api.track('calculator')
  await vi.advanceTimersByTimeAsync(3000)
  expect([beacons, sent.length]).toEqual([1, 2])
  expect(sent[1]).toMatchObject({ visitor: 'token' })
  const ids = sent.flatMap(({ signals }) => signals.map(({ id }) => id))
  expect(new Set(ids).size).toBe(3)
})

test('what waits is sent when the page goes away', async () => {
  open().consent({ signals: true })
  await vi.advanceTimersByTimeAsync(0)
  api.track('video')
  dispatchEvent(new Event('pagehide'))
  expect(names()).toEqual(['page-view', 'video'])
})

test('consent that is taken back forgets the token and what waits, and hears nothing more', async () => {
  open().consent({ signals: true })
  await vi.advanceTimersByTimeAsync(0)
  api.track('video')
  api.consent({ signals: false })
  api.track('calculator')
  await vi.advanceTimersByTimeAsync(10_000)
  dispatchEvent(new Event('pagehide'))
  expect(names()).toEqual(['page-view'])
  expect(kept()).toBeNull()
  api.consent({ signals: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(names()).toEqual(['page-view', 'page-view'])
})

test.each([
  ['Global Privacy Control', { globalPrivacyControl: true }],
  ['Do Not Track', { doNotTrack: '1' }],
])('%s outweighs any consent', async (_name, setting) => {
  for (const [name, value] of Object.entries(setting))
    Object.defineProperty(navigator, name, { value, configurable: true })
  open([[Date.now(), 'https://acme.example/', 'demo-watched']]).consent({ signals: true })
  api.track('video')
  await vi.advanceTimersByTimeAsync(10_000)
  expect([sent, kept()]).toEqual([[], null])
})

test('a browser that says nothing does not object', () => {
  expect(isObjecting({})).toBe(false)
  expect(isObjecting({ doNotTrack: 'unspecified', globalPrivacyControl: false })).toBe(false)
})

test('what could not be sent is sent with the next', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  open().consent({ signals: true })
  await vi.advanceTimersByTimeAsync(1000)
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return { json: async () => ({ visitor: 'token' }) }
  })
  await vi.advanceTimersByTimeAsync(3000)
  expect(names()).toEqual(['page-view'])
})

test('decisions made while this was on its way decide on one and the same', async () => {
  api = { track: () => {}, consent: () => {} }
  const heard = [[Date.now(), 'https://acme.example/', 'demo-watched']]
  const [first, second] = [openSignals(api, heard), openSignals(api, heard)]
  first.consent({ signals: true })
  second.consent({ signals: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(names()).toEqual(['demo-watched', 'page-view'])
  second.consent({ signals: false })
  api.track('more')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(names()).toHaveLength(2)
})
