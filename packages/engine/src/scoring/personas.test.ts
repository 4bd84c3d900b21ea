import type { AnswerValue } from '@bantam/schema'
import { expect, test } from 'vitest'
import { demoRequest } from '../testing/forms.ts'
import { demoModel } from '../testing/models.ts'
import { stageAfter } from '../lifecycle/stage-after.ts'
import { bantOf } from './bant.ts'
import { compileModel } from './compile-model.ts'
import { scoreOf } from './score.ts'

const DAY = 86_400_000
const NOW = 1000 * DAY
const model = compileModel(demoModel, { version: 3, bant: bantOf(demoRequest) })

const score = (answers: { [id: string]: AnswerValue }, seen: readonly [string, number][] = []) =>
  scoreOf(
    model,
    {
      values: Object.fromEntries(
        Object.entries(answers).map(([id, value]) => [`question:${id}`, value]),
      ),
      signals: seen.map(([name, daysAgo]) => ({ name, at: NOW - daysAgo * DAY })),
    },
    { now: NOW },
  )

test('a junior with five ebooks never qualifies', () => {
  const ebooks = [0, 1, 2, 3, 4].map((days): [string, number] => ['ebook', days])
  const junior = score({ role: 'specialist', 'company-size': '1-50', timeline: 'someday' }, ebooks)
  expect(junior.lane).toBe('nurture')
  expect(stageAfter(junior)).toBe('nurture')
})

test('a quiet executive with one visit to the pricing page is not missed', () => {
  const quiet = { role: 'executive', 'company-size': '51-200' }
  expect(score(quiet, [['pricing-page', 0]]).lane).toBe('sales')
  expect(score(quiet, [['pricing-page', 90]]).lane).toBe('prospecting')
})

test('a director with one bounce is not sales-ready', () => {
  const director = score({ role: 'director', 'company-size': '201-1-000' }, [['bounce', 0]])
  expect(director.lane).toBe('prospecting')
  expect(director.flags).not.toContain('sales-ready')
})

test('a vice president at a software house of 200 is not an intern at a giant', () => {
  const president = score({ role: 'executive', 'company-size': '51-200', timeline: 'this-quarter' })
  const intern = score({ role: 'specialist', 'company-size': 'more', timeline: 'this-quarter' })
  expect(president.fit).toBeGreaterThan(intern.fit + 20)
  expect([president.lane, intern.lane]).toEqual(['prospecting', 'nurture'])
})

test('a director of operations with 300 staff who starts in the third quarter goes to sales', () => {
  const director = score({
    role: 'director',
    'company-size': '201-1-000',
    needs: ['lead-scoring'],
    timeline: 'this-quarter',
    budget: '10k-to-50k',
  })
  expect(director.lane).toBe('sales')
  expect(stageAfter(director)).toBe('mql')
  expect(director.bant).toEqual({ budget: 'met', authority: 'met', need: 'met', timeline: 'met' })
})

test('a student goes to nurture, with the reason', () => {
  const student = score({ role: 'student', timeline: 'this-quarter' }, [['pricing-page', 0]])
  expect(student.lane).toBe('nurture')
  expect(student.flags).toContain('excluded:student')
})
