import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary, openHouse, type House } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

interface Delivery {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly lastError: string | null
  readonly preview: { to: string; subject: string; text: string; html: string } | null
}

const held = async (leadId: string) => {
  const { items } = await house.manage<{ items: (Delivery & { leadId: string })[] }>(
    '/v1/deliveries?state=held&limit=100',
  )
  return items.filter((delivery) => delivery.leadId === leadId)
}

test('without a mail server each mail waits, says why, and can be read', async () => {
  const { email, leadId } = await house.knownLead()
  await expect.poll(async () => (await held(leadId)).length).toBe(2)
  const mails = await Promise.all(
    (await held(leadId)).map(({ id }) => house.manage<Delivery>(`/v1/deliveries/${id}`)),
  )
  expect(mails.map(({ lastError }) => lastError)).toEqual(
    Array(2).fill('no mail server configured'),
  )
  const [toLead, toRep] = ['acknowledgement', 'lead-assigned'].map(
    (kind) => mails.find((mail) => mail.kind === kind)?.preview,
  )
  expect(toLead).toMatchObject({ to: email, text: expect.stringContaining(canary.name) })
  expect(toRep?.subject).toContain(canary.company)
  expect(toRep?.text).toContain(canary.detail)
  expect(toRep?.html).toContain('<html')
})
