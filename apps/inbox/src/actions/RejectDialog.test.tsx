import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { leadItem } from '../lead-for-test.ts'
import { RejectDialog } from './RejectDialog.tsx'

afterEach(cleanup)

const open = () => {
  const onDecide = vi.fn()
  render(
    <RejectDialog
      lead={leadItem({ id: 'ada', name: 'Ada' })}
      onDecide={onDecide}
      onClose={() => undefined}
    />,
  )
  return onDecide
}
const submit = () => fireEvent.submit(document.querySelector('form') ?? document.body)

test('a rejection without a reason is not sent and says what is missing', async () => {
  const onDecide = open()
  submit()
  expect((await screen.findByRole('alert')).textContent).toBe('Choose a reason.')
  expect(onDecide).not.toHaveBeenCalled()
})

test('a rejection carries its reason and the note, if there is one', () => {
  const onDecide = open()
  fireEvent.input(screen.getByLabelText('Why is this no lead for sales?'), {
    target: { value: 'competitor' },
  })
  submit()
  expect(onDecide).toHaveBeenLastCalledWith({ kind: 'rejected', reason: 'competitor' })
  fireEvent.input(screen.getByLabelText('Note (optional)'), {
    target: { value: ' Works at Rival ' },
  })
  submit()
  expect(onDecide).toHaveBeenLastCalledWith({
    kind: 'rejected',
    reason: 'competitor',
    note: 'Works at Rival',
  })
})
