import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsOf, type Heard } from '../hook-receiver.ts'
import { report } from './extent.ts'
import { mutants } from './mutants.ts'
import { goThroughTrouble, type Trouble } from './receivers.ts'

const minutes = 60_000
const verified = (heard: readonly Heard[], secret: string) =>
  heard.map(({ headers, body }) => {
    const named = Object.entries(headers).map(([name, value]) => [name, String(value)])
    return new Webhook(secret).verify(body, Object.fromEntries(named))
  })

describe('while receivers are down, gone or failing', { timeout: 10 * minutes }, () => {
  let trouble: Trouble
  const of = (deliveries: Trouble['after'], name: keyof Trouble['endpoints']) =>
    deliveries.filter(({ target }) => target === trouble.endpoints[name].id)

  beforeAll(async () => {
    trouble = await goThroughTrouble()
  }, 10 * minutes)
  afterAll(() => trouble.close())

  test('submissions are received all the same', () => {
    expect(trouble.statuses).toEqual([201, 201, 201])
  })

  test('what they should hear waits, says why, and is due later', () => {
    const waiting = trouble.before.filter(({ target }) => target !== trouble.endpoints.gone.id)
    expect(waiting).toHaveLength(12)
    for (const delivery of waiting) {
      expect(delivery).toMatchObject({
        state: 'waiting',
        attempts: 1,
        lastError: expect.any(String),
      })
      expect(delivery.nextAt).not.toBe('')
    }
  })

  test('each webhook arrives once, signed, when its receiver is back', () => {
    const { heard, endpoints, after } = trouble
    expect(idsOf(heard.down).toSorted()).toEqual(
      of(after, 'down')
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(verified(heard.down, endpoints.down.secret)).toHaveLength(3)
    expect(of(after, 'down').every(({ state }) => state === 'done')).toBe(true)
  })

  test('every try bears the same id, and none follows a success', () => {
    const { heard, endpoints, after } = trouble
    const ids = of(after, 'failing')
      .map(({ id }) => id)
      .toSorted()
    const [failed, taken] = [500, 204].map((status) =>
      heard.failing.filter((one) => one.status === status),
    )
    expect(idsOf(failed ?? []).toSorted()).toEqual(ids)
    expect(idsOf(taken ?? []).toSorted()).toEqual(ids)
    expect(verified(heard.failing, endpoints.failing.secret)).toHaveLength(6)
  })

  test('each mail arrives once when the mail server is back', () => {
    const to = trouble.letters.flatMap((letter) => letter.to)
    const visitors = to.filter((address) => address.startsWith('trouble-'))
    expect(visitors.toSorted()).toEqual([0, 1, 2].map((at) => `trouble-${at}@crowd.example`))
    expect(to).toHaveLength(6)
    report('receivers back', { letters: to.length, webhooks: trouble.heard.down.length + 3 })
  })

  test('a receiver that answers 410 is switched off, says so, and hears what it missed when asked to', async () => {
    const { endpoints, after } = trouble
    expect(endpoints.gone).toMatchObject({
      isEnabled: false,
      disabledBecause: expect.stringContaining('410'),
    })
    expect(endpoints.down).toMatchObject({ isEnabled: true, disabledBecause: null })
    const missed = of(after, 'gone').map(({ id, state }) => [id, state])
    expect(missed.map(([, state]) => state)).toEqual(['dead', 'dead', 'dead'])
    const replayed = await trouble.replayGone()
    expect(idsOf(replayed).toSorted()).toEqual(missed.map(([id]) => id).toSorted())
    expect(verified(replayed, endpoints.gone.secret)).toHaveLength(3)
  })
})

describe('the same trouble finds out', () => {
  test('a server that names each try anew', { timeout: 5 * minutes }, async () => {
    const { heard, close } = await goThroughTrouble(mutants['names each try anew'])
    const ids = idsOf(heard.failing)
    await close()
    expect(ids.length).toBeGreaterThan(3)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
