import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { createEditor } from './editor.ts'
import { EndingInspector } from './EndingInspector.tsx'
import { addEnding } from './question-actions.ts'

afterEach(cleanup)

test('an ending is added, and becomes a booking for those whom sales shall call', () => {
  const editor = createEditor(starterForm(), () => {})
  addEnding(editor)
  expect(editor.selection.value).toEqual({ part: 'ending', id: 'ending' })
  const ending = () => editor.form.value.endings.find(({ id }) => id === 'ending')
  const Pane = () => {
    const shown = ending()
    return shown ? <EndingInspector editor={editor} ending={shown} /> : null
  }
  render(<Pane />)
  fireEvent.input(screen.getByLabelText('Kind'), { target: { value: 'booking' } })
  fireEvent.input(screen.getByLabelText('Address'), { target: { value: 'https://cal.example/a' } })
  fireEvent.input(screen.getByLabelText('For visitors in the lane'), { target: { value: 'sales' } })
  expect(ending()).toEqual({
    id: 'ending',
    kind: 'booking',
    title: 'Thank you',
    url: 'https://cal.example/a',
    for: 'sales',
  })
  fireEvent.input(screen.getByLabelText('For visitors in the lane'), { target: { value: '' } })
  expect(ending()).not.toHaveProperty('for')
})
