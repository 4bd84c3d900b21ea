import { expect, test } from 'vitest'
import { copyBundle } from './bundle.ts'
import { impatient, mutants, type Mutant } from './mutants.ts'

const all: { readonly [name: string]: Mutant } = { ...mutants, impatient }

// Told in a second what the suites that run them would tell after minutes.
test.each(Object.keys(all))('"%s" still has its places in the built server', (name) => {
  expect(() => copyBundle(all[name]?.patches).remove()).not.toThrow()
})
