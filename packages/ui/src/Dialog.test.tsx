import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { Dialog } from './Dialog.tsx'

afterEach(cleanup)

test('a dialog is modal while it is rendered and named by its title', () => {
  render(
    <Dialog title="Reject the lead" onClose={() => undefined}>
      Why?
    </Dialog>,
  )
  const dialog = screen.getByRole('dialog', { name: 'Reject the lead' })
  expect(dialog.hasAttribute('open')).toBe(true)
})

test('Escape asks to close and leaves the decision to the owner', () => {
  const onClose = vi.fn()
  render(
    <Dialog title="Reject the lead" onClose={onClose}>
      Why?
    </Dialog>,
  )
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
  expect(onClose).toHaveBeenCalledOnce()
  expect(screen.getByRole('dialog').hasAttribute('open')).toBe(true)
})
