import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showToast, ToastRegion } from './Toasts.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.runAllTimers()
  cleanup()
  vi.useRealTimers()
})

test('a toast says what was done and offers to undo it, once', async () => {
  const run = vi.fn()
  render(<ToastRegion />)
  await act(() => void showToast({ text: 'Ada rejected', action: { label: 'Undo', run } }))
  expect(screen.getByRole('status').textContent).toContain('Ada rejected')
  fireEvent.click(screen.getByText('Undo'))
  await act(() => undefined)
  expect(run).toHaveBeenCalledOnce()
  expect(screen.queryByText('Ada rejected')).toBeNull()
})

test('a toast goes by itself', async () => {
  render(<ToastRegion />)
  await act(() => void showToast({ text: 'Copied', seconds: 2 }))
  await act(() => void vi.advanceTimersByTime(2000))
  expect(screen.queryByText('Copied')).toBeNull()
})
