import { fireEvent, within } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { equip } from './equip.ts'
import { formOf, name } from './form.example.ts'
import { createMemoryTransport } from './memory-transport.ts'
import { show, type Equipment } from './show.tsx'
import { createMemoryStorage } from './storage.ts'
import type { Visit } from './visit.ts'

afterEach(() => document.body.replaceChildren())

const definition = formOf([name])
const equipment = equip({
  definition,
  transport: createMemoryTransport(definition),
  version: 1,
  name: 'form',
  storage: createMemoryStorage(),
  outbox: createMemoryStorage(),
})

/** A first question that stands while its equipment is still on its way. */
const begin = () => {
  let bring = (_arrived: Equipment) => {}
  const arriving = new Promise<Equipment>((resolve) => (bring = resolve))
  show(
    document.body,
    { definition, mode: 'inline' },
    { arrive: () => arriving, isFresh: true, onBroken: () => {} },
  )
  const stage = document.body.lastElementChild?.shadowRoot?.firstElementChild
  if (!(stage instanceof HTMLElement)) throw new Error('nothing is shown')
  return { bring, screen: within(stage) }
}

test('what is written before the equipment comes stays in its field, and goes on from there', async () => {
  const { bring, screen } = begin()
  const field = screen.getByRole<HTMLInputElement>('textbox')
  fireEvent.input(field, { target: { value: 'Ann' } })
  bring(equipment)
  await vi.waitFor(() => screen.getByRole('button', { name: 'Submit' }))
  expect(screen.getByRole('textbox')).toBe(field)
  expect(field.value).toBe('Ann')
  fireEvent.click(screen.getByRole('button', { name: 'Submit' }))
  await vi.waitFor(() => screen.getByRole('heading', { name: 'Thank you' }))
})

test('what was sent elsewhere meanwhile is told, whatever stands in the field', async () => {
  const { bring, screen } = begin()
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Ann' } })
  const sent: Visit = { scene: { kind: 'sending' }, change() {}, next() {}, back() {} }
  bring({ ...equipment, open: () => sent })
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
})
