import { fireEvent, render, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { createProtection } from './protection.ts'
import { ProtectionSwitch } from './ProtectionSwitch.tsx'

test('protection is switched at once, and back when the server refuses', async () => {
  const sent: [string, boolean][] = []
  const protection = createProtection({ id: 'f', asksProof: false }, async (id, asksProof) => {
    sent.push([id, asksProof])
    if (!asksProof) throw new Error('You may not change this form.')
    return { asksProof }
  })
  render(<ProtectionSwitch protection={protection} />)
  const box = screen.getByRole('checkbox', { name: /Protect this form/ })
  fireEvent.click(box)
  expect(sent).toEqual([['f', true]])
  expect(protection.asksProof.value).toBe(true)
  fireEvent.click(box)
  expect((await screen.findByRole('alert')).textContent).toContain('You may not change')
  expect(protection.asksProof.value).toBe(true)
})
