import type { Form } from '@bantam/schema'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type Attempt, type Draft, type SaveStatus } from './autosave.ts'

const titled = (title: string): Form => ({
  schema: 1,
  title,
  language: 'en',
  questions: [{ id: 'email', kind: 'email', title: 'Email' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
})

/** A server in memory that keeps one draft and refuses stale revisions, as the real one does. */
const setUp = () => {
  const stored: { draft: Draft; next: Attempt | undefined; losesReplies: boolean } = {
    draft: { definition: titled('Demo'), revision: 7 },
    next: undefined,
    losesReplies: false,
  }
  const statuses: SaveStatus[] = []
  const save = vi.fn(async ({ definition, revision }: Draft): Promise<Attempt> => {
    if (stored.next) return stored.next
    if (revision !== stored.draft.revision) return { kind: 'stale' }
    stored.draft = { definition, revision: revision + 1 }
    return stored.losesReplies
      ? { kind: 'unsent', because: 'offline' }
      : { kind: 'saved', revision: revision + 1 }
  })
  const autosave = createAutosave({
    draft: stored.draft,
    save,
    load: async () => structuredClone(stored.draft),
    onStatus: (status) => statuses.push(status),
  })
  return { stored, statuses, save, autosave, last: () => statuses.at(-1) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('typing is saved once, after a moment of quiet, on the revision it builds on', async () => {
  const { autosave, save, last } = setUp()
  autosave.change(titled('D'))
  await vi.advanceTimersByTimeAsync(300)
  autosave.change(titled('De'))
  await vi.advanceTimersByTimeAsync(500)
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(100)
  expect(save.mock.calls).toEqual([[{ definition: titled('De'), revision: 7 }]])
  expect(last()).toEqual({ kind: 'saved', revision: 8 })
})

test('is never called saved while something is unsaved', () => {
  const { autosave, last } = setUp()
  autosave.change(titled('D'))
  expect(last()).toEqual({ kind: 'saving' })
})

test('what is typed during a save follows on the new revision, one request at a time', async () => {
  const { autosave, save, stored } = setUp()
  autosave.change(titled('First'))
  const flushed = autosave.flush()
  autosave.change(titled('Second'))
  expect(await flushed).toBe(9)
  expect(save.mock.calls.map(([{ revision }]) => revision)).toEqual([7, 8])
  expect(stored.draft.definition.title).toBe('Second')
})

test('a change that is undone before it was sent needs no request', async () => {
  const { autosave, save, stored, last } = setUp()
  const before = stored.draft.definition
  autosave.change(titled('Other'))
  autosave.change(before)
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).not.toHaveBeenCalled()
  expect(last()).toEqual({ kind: 'saved', revision: 7 })
})

test('offline, the draft is kept and sent when the network returns', async () => {
  const { autosave, stored, last } = setUp()
  stored.next = { kind: 'unsent', because: 'offline' }
  autosave.change(titled('Kept'))
  expect(await autosave.flush()).toBeUndefined()
  expect(last()).toEqual({ kind: 'retrying', because: 'offline' })
  stored.next = undefined
  await vi.advanceTimersByTimeAsync(1000)
  expect(stored.draft.definition.title).toBe('Kept')
  expect(last()).toEqual({ kind: 'saved', revision: 8 })
})

test('a stale revision is a conflict that shows theirs and saves nothing more', async () => {
  const { autosave, stored, save, last } = setUp()
  stored.draft = { definition: titled('Theirs'), revision: 8 }
  autosave.change(titled('Mine'))
  await autosave.flush()
  expect(last()).toEqual({ kind: 'conflict', theirs: stored.draft })
  autosave.change(titled('Mine again'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(stored.draft.definition.title).toBe('Theirs')
})

test('after theirs was loaded, saving goes on from their revision', async () => {
  const { autosave, stored, last } = setUp()
  stored.draft = { definition: titled('Theirs'), revision: 8 }
  autosave.change(titled('Mine'))
  await autosave.flush()
  autosave.restart(stored.draft)
  expect(last()).toEqual({ kind: 'saved', revision: 8 })
  autosave.change(titled('Ours'))
  expect(await autosave.flush()).toBe(9)
})

test('a save whose reply was lost is no conflict when it is repeated', async () => {
  const { autosave, stored, last } = setUp()
  stored.losesReplies = true
  autosave.change(titled('Once'))
  await autosave.flush()
  stored.losesReplies = false
  expect(await autosave.flush()).toBe(8)
  expect(last()).toEqual({ kind: 'saved', revision: 8 })
})

test('a refused draft says why, and the next change tries again', async () => {
  const { autosave, stored, last } = setUp()
  stored.next = { kind: 'refused', message: 'Too long', errors: [] }
  autosave.change(titled('Bad'))
  await autosave.flush()
  expect(last()).toEqual(stored.next)
  stored.next = undefined
  autosave.change(titled('Good'))
  expect(await autosave.flush()).toBe(8)
})

test('once stopped it neither sends nor speaks', async () => {
  const { autosave, save, statuses } = setUp()
  autosave.change(titled('Gone'))
  const spoken = statuses.length
  autosave.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).not.toHaveBeenCalled()
  expect(statuses).toHaveLength(spoken)
})
