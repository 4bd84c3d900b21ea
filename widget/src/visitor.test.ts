import { expect, test } from 'vitest'
import { createMemoryStorage } from './storage.ts'
import { openVisitor } from './visitor.ts'

let servers = 0
const open = ({
  isKept = false,
  storage = createMemoryStorage(),
  server = `s${++servers}`,
} = {}) => ({
  storage,
  server,
  visitor: openVisitor(server, { storage, isKept }),
})

test('a token is known to the whole page, and to no later one before the visitor has agreed', () => {
  const { visitor, storage, server } = open()
  visitor.meet('token')
  expect(open({ server }).visitor.token).toBe('token')
  expect(storage.read(server)).toBeNull()
  visitor.remember()
  expect(storage.read(server)).toBe('token')
})

test('a website may answer for keeping it at once', () => {
  const { visitor, storage, server } = open({ isKept: true })
  visitor.meet('token')
  expect(storage.read(server)).toBe('token')
})

test('a token that the server replaced is replaced where it is kept', () => {
  const storage = createMemoryStorage()
  storage.write('kept', 'old')
  const { visitor } = open({ storage, server: 'kept' })
  expect(visitor.token).toBe('old')
  visitor.meet('new')
  expect([visitor.token, storage.read('kept')]).toEqual(['new', 'new'])
})

test('a forgotten token is gone from the page and from the browser', () => {
  const { visitor, storage, server } = open({ isKept: true })
  visitor.meet('token')
  visitor.forget()
  expect([visitor.token, storage.read(server)]).toEqual([undefined, null])
  expect(open({ storage, server }).visitor.token).toBeUndefined()
})
