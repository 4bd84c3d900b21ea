import { expect, test } from 'vitest'
import { ownerComplaints } from './owner.ts'

const ada = { workspace: 'Acme', name: 'Ada', email: 'ada@example.com', password: 'ten letters' }

test('a complete account has nothing to complain about', () => {
  expect(ownerComplaints(ada)).toEqual({})
})

test('names every field that is missing or wrong at once', () => {
  const wrong = { workspace: ' ', name: '', email: 'ada@', password: 'short' }
  expect(Object.keys(ownerComplaints(wrong))).toEqual(['workspace', 'name', 'email', 'password'])
})

test('a password is counted in characters, not in bytes', () => {
  expect(ownerComplaints({ ...ada, password: '🐓'.repeat(10) })).toEqual({})
  expect(ownerComplaints({ ...ada, password: '🐓'.repeat(9) }).password).toContain('this has 9')
})
