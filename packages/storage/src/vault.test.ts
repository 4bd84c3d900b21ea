import { expect, test } from 'vitest'
import { createVault } from './vault.ts'

const vault = createVault(new Uint8Array(32).fill(1))

test('what is sealed opens with the same key only', () => {
  const key = vault.newKey()
  const sealed = vault.seal(key, 'größer 🐝')
  expect(vault.open(key, sealed)).toBe('größer 🐝')
  expect(() => vault.open(vault.newKey(), sealed)).toThrow()
  expect(() => vault.open(vault.master, sealed)).toThrow()
})

test('one value never looks the same twice', () => {
  const key = vault.newKey()
  const sealed = Array.from({ length: 1000 }, () => vault.seal(key, 'x'))
  const nonces = sealed.map((text) => text.slice(0, 16))
  expect(new Set(nonces).size).toBe(1000)
})

test('a changed or shortened text does not open', () => {
  const key = vault.newKey()
  const sealed = Buffer.from(vault.seal(key, 'a long enough text'), 'base64')
  for (const at of [0, 13, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => vault.open(key, changed.toString('base64'))).toThrow()
  }
  expect(() => vault.open(key, sealed.subarray(0, 20).toString('base64'))).toThrow()
})

test('a wrapped key comes back with the right master key, also when it is no longer at hand', () => {
  const key = vault.newKey()
  const wrapped = vault.wrap(key)
  expect(vault.unwrap(wrapped)).toEqual(key)
  const restarted = createVault(new Uint8Array(32).fill(1))
  expect(Buffer.from(restarted.unwrap(wrapped))).toEqual(Buffer.from(key))
  expect(() => createVault(new Uint8Array(32).fill(2)).unwrap(wrapped)).toThrow()
})

test('a master key of another length is refused', () => {
  expect(() => createVault(new Uint8Array(16))).toThrow(RangeError)
})
