import { expect, test } from 'vitest'
import type { LeadItem, LeadPage } from '../client.ts'
import { leadItem } from '../lead-for-test.ts'
import { byRank, itemsOf, placeLead } from './rank.ts'

const counts = { active: 0, mine: 0, unclaimed: 0, nurture: 0, total: 0 }
const page = (items: LeadItem[], next: string | null = null): LeadPage => ({ items, next, counts })
const scored = (id: string, total: number) =>
  leadItem({ id, score: { ...leadItem({ id }).score, total } })
const ids = (pages: readonly LeadPage[]) => itemsOf(pages).map((item) => item.id)

test('the sales lane stands first, then the higher total, then the newer', () => {
  const warm = leadItem({
    id: 'warm',
    lane: 'nurture',
    score: { ...leadItem({ id: '' }).score, total: 99 },
  })
  const older = leadItem({ id: 'older', routedAt: '2026-11-01T09:00:00.000Z' })
  const newer = leadItem({ id: 'newer', routedAt: '2026-11-02T09:00:00.000Z' })
  const best = scored('best', 90)
  expect([warm, older, newer, best].toSorted(byRank).map((lead) => lead.id)).toEqual([
    'best',
    'newer',
    'older',
    'warm',
  ])
})

test('a closed lead stands below every open one', () => {
  const rejected = leadItem({ ...scored('rejected', 99), isOpen: false })
  expect(byRank(rejected, scored('open', 10))).toBeGreaterThan(0)
})

test('a new lead takes its place among those loaded', () => {
  const pages = [page([scored('a', 90), scored('c', 70)], 'more'), page([scored('e', 50)])]
  const placed = placeLead(pages, { lead: scored('b', 80), belongs: true })
  expect(ids(placed)).toEqual(['a', 'b', 'c', 'e'])
})

test('a changed lead moves instead of appearing twice', () => {
  const pages = [page([scored('a', 90), scored('b', 80), scored('c', 70)])]
  expect(ids(placeLead(pages, { lead: scored('a', 75), belongs: true }))).toEqual(['b', 'a', 'c'])
})

test('a lead that no longer belongs leaves the list', () => {
  const pages = [page([scored('a', 90), scored('b', 80)])]
  expect(ids(placeLead(pages, { lead: scored('a', 90), belongs: false }))).toEqual(['b'])
})

test('a lead below everything loaded waits for its page while there is more to load', () => {
  const low = { lead: scored('low', 5), belongs: true }
  expect(ids(placeLead([page([scored('a', 90)], 'more')], low))).toEqual(['a'])
  expect(ids(placeLead([page([scored('a', 90)])], low))).toEqual(['a', 'low'])
  expect(ids(placeLead([page([])], low))).toEqual(['low'])
})

test('a lead that moved up between two loads is shown once', () => {
  expect(ids([page([scored('b', 95), scored('a', 90)]), page([scored('b', 80)])])).toEqual([
    'b',
    'a',
  ])
})
