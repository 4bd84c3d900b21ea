import type { Form } from '@bantam/schema'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { equipReturning } from './equip.ts'
import { formOf, name, note, size } from './form.example.ts'
import { openVisit, type VisitOptions } from './open-visit.ts'
import { createMemoryStorage } from './storage.ts'
import type { Opening, Started, Submission } from './transport.ts'
import { openVisitor } from './visitor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

let servers = 0

/** A browser with a token, and a server that answers a start with `begun`, if it answers. */
const comeBack = (begun: Started | undefined, definition: Form = formOf([size, note, name])) => {
  const heard: { openings: Opening[]; sent: Submission[] } = { openings: [], sent: [] }
  const visitor = openVisitor(`returning-${++servers}`, {
    storage: createMemoryStorage(),
    isKept: true,
  })
  visitor.meet('token')
  const options: VisitOptions = {
    definition,
    version: 3,
    name: 'form',
    storage: createMemoryStorage(),
    outbox: createMemoryStorage(),
    visitor,
    transport: {
      start(opening) {
        heard.openings.push(opening)
        return begun ? Promise.resolve(begun) : new Promise(() => {})
      },
      async submit(submission) {
        heard.sent.push(submission)
        return { kind: 'later' }
      },
    },
  }
  const equipped = equipReturning(options)
  const enter = async () => {
    const { open } = await equipped
    return open({ signal: new AbortController().signal, onScene: () => {} })
  }
  return { heard, visitor, options, enter }
}

const residual = { conversationId: 'c', visitor: 'token', version: 4, skip: [] }

test('the residual form is asked in place of the published one, and answered to its version', async () => {
  const { heard, enter } = comeBack({ ...residual, definition: formOf([name]) })
  const visit = await enter()
  expect(heard.openings).toEqual([{ visitor: 'token' }])
  expect(visit.isReturning).toBe(true)
  expect(visit.scene).toMatchObject({ kind: 'ask', question: { id: 'name' }, isLast: true })
  visit.change('Ann')
  visit.next()
  expect(heard.sent).toEqual([
    {
      version: 4,
      answers: [{ questionId: 'name', value: 'Ann' }],
      elapsed: 0,
      conversationId: 'c',
    },
  ])
})

test('who is not recognised in time is asked everything', async () => {
  const { enter } = comeBack(undefined)
  const entered = enter()
  await vi.advanceTimersByTimeAsync(3000)
  const visit = await entered
  expect(visit.isReturning).toBe(false)
  expect(visit.scene).toMatchObject({ question: { id: 'size' } })
})

test('what the server need not know is not asked, unless it speaks of another version', async () => {
  const skip = ['note']
  const [own, other] = await Promise.all(
    [3, 4].map(async (version) => {
      const visit = await comeBack({ ...residual, version, skip }).enter()
      visit.change('large')
      visit.next()
      return visit.scene
    }),
  )
  expect(own).toMatchObject({ question: { id: 'name' } })
  expect(other).toMatchObject({ question: { id: 'note' } })
})

test('a reload goes on with the residual form', async () => {
  const definition = formOf([note, name])
  const { enter, options } = comeBack({ ...residual, definition })
  const visit = await enter()
  visit.change('so far')
  visit.next()
  const reloaded = openVisit(options)({ signal: new AbortController().signal, onScene: () => {} })
  expect(reloaded.isReturning).toBe(true)
  expect(reloaded.scene).toMatchObject({ question: { id: 'name' } })
})

test('a token that the server does not know is replaced by its own', async () => {
  const { visitor, enter } = comeBack({ ...residual, visitor: 'another' })
  await enter()
  expect(visitor.token).toBe('another')
})
