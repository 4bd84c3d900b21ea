import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { Form } from '@bantam/schema'
import { ToastRegion } from '@bantam/ui'
import { afterEach, expect, test } from 'vitest'
import { createEditor } from '../editor/editor.ts'
import type { FormTab } from '../editor/form-tab.ts'
import { FormInspector } from '../editor/FormInspector.tsx'
import { RemovalDialog } from '../editor/RemovalDialog.tsx'
import { starterForm } from '../form/starter.example.ts'

afterEach(cleanup)

const setUp = (tab: FormTab, more: Partial<Form> = {}) => {
  const editor = createEditor({ ...starterForm(), ...more }, () => {})
  const previewed: string[] = []
  const Pane = () => (
    <>
      <FormInspector
        editor={editor}
        form={editor.form.value}
        tab={tab}
        onTab={() => {}}
        onPreview={(language) => previewed.push(language)}
      />
      <RemovalDialog editor={editor} />
      <ToastRegion />
    </>
  )
  render(<Pane />)
  return { editor, previewed, form: () => editor.form.value }
}
const type = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText<HTMLInputElement>(label)
  fireEvent.input(field, { target: { value } })
  return field
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const add = (label: string, name: string) => {
  const field = type(label, name)
  if (field.form) fireEvent.submit(field.form)
}

test('a brand colour is told with the contrast of the text on it; what is no colour stays in the field', () => {
  const { form } = setUp('look')
  type('Brand colour', '#ffd400')
  expect(form().theme).toEqual({ accent: '#ffd400' })
  expect(screen.getByText(/Text on it is black, contrast 14\.\d : 1/)).toBeTruthy()
  type('Brand colour', 'red')
  expect(screen.getByRole('alert').textContent).toBe('Write a colour such as #1a7f5c.')
  expect(form().theme).toEqual({ accent: '#ffd400' })
  press('Reset')
  expect(form().theme).toBeUndefined()
})

test('what is chosen as usual is not written down, and one undo takes one choice back', () => {
  const { editor, form } = setUp('look')
  fireEvent.input(screen.getByRole('radio', { name: 'Chat' }))
  fireEvent.input(screen.getByRole('radio', { name: 'Dark' }))
  expect(form().theme).toEqual({ face: 'chat', mode: 'dark' })
  editor.undo()
  expect(form().theme).toEqual({ face: 'chat' })
  fireEvent.input(screen.getByRole('radio', { name: 'Cards' }))
  expect(form().theme).toBeUndefined()
})

test('how much is asked of those who come back is set in plain words', () => {
  const { form } = setUp('general')
  type('New questions at most, per visit', '3')
  type('Days of rest after an answer', '0')
  expect(screen.getByRole('alert').textContent).toBe('Write a number of days above 0.')
  type('Days of rest after an answer', '14')
  fireEvent.input(screen.getByRole('checkbox', { name: /But ask sales leads/ }), {
    target: { checked: false },
  })
  expect(form().profiling).toEqual({ budget: 3, restDays: 14, keepBantForSales: false })
})

test('only a name that addresses and texts can carry becomes a hidden field', () => {
  const { form } = setUp('data')
  add('Add a hidden field', 'plan x')
  expect(screen.getByRole('alert').textContent).toMatch(/^Only letters/)
  add('Add a hidden field', 'plan')
  add('Add a hidden field', 'plan')
  expect(screen.getByRole('alert').textContent).toBe('This name is taken.')
  expect(form().hidden).toEqual(['plan'])
})

const planned = (): Partial<Form> => {
  const { questions, ...rest } = starterForm()
  return {
    ...rest,
    hidden: ['plan'],
    questions: questions.with(0, {
      id: 'email',
      kind: 'email',
      title: 'Where do we send {{hidden:plan|it}}?',
      showIf: { ref: 'hidden:plan', op: 'is', value: 'pro' },
    }),
  }
}

test('a hidden field under another name takes its rules and texts along', () => {
  const { form } = setUp('data', planned())
  fireEvent.blur(type('Hidden field 1', 'tier'))
  expect(form().hidden).toEqual(['tier'])
  expect(form().questions[0]).toMatchObject({
    title: 'Where do we send {{hidden:tier|it}}?',
    showIf: { ref: 'hidden:tier' },
  })
})

test('whoever removes a hidden field that others use is asked first', () => {
  const { editor, form } = setUp('data', planned())
  press('Remove “plan”')
  expect(screen.getByText(/a text of .* shows it/i)).toBeTruthy()
  expect(form().hidden).toEqual(['plan'])
  press('Remove those rules too')
  expect(form().hidden).toBeUndefined()
  expect(form().questions[0]).not.toHaveProperty('showIf')
  editor.undo()
  expect(form().hidden).toEqual(['plan'])
})

test('a calculation is named, starts somewhere and takes steps under conditions', () => {
  const { form } = setUp('data')
  add('Add a calculation', 'points')
  type('Starts at', '10')
  press('Add a step')
  type('Value', '2.5')
  press('Only if…')
  expect(form().calculations).toEqual([
    {
      id: 'points',
      type: 'number',
      start: 10,
      steps: [
        {
          do: 'add',
          value: 2.5,
          when: { ref: 'question:budget', op: 'is', value: 'approved' },
        },
      ],
    },
  ])
  type('Value', 'x')
  expect(screen.getByRole('alert').textContent).toBe('Write a number.')
  press('Always do it')
  expect(form().calculations?.[0]?.steps).toEqual([{ do: 'add', value: 2.5 }])
})

test('what visitors agree to is written with its version', () => {
  const { form } = setUp('data')
  add('Add a purpose of consent', 'newsletter')
  type('Text for newsletter', 'You may write to me')
  type('Version of newsletter', '2')
  expect(form().consents).toEqual([
    { purpose: 'newsletter', text: 'You may write to me', textVersion: '2' },
  ])
  expect(screen.getByText('no question asks it')).toBeTruthy()
  press('Remove “newsletter”')
  expect(form().consents).toBeUndefined()
})

test('texts are translated beside the original, and what is missing is counted', () => {
  const { form, previewed } = setUp('languages')
  fireEvent.input(screen.getByLabelText('Add a language'), { target: { value: 'de' } })
  expect(previewed).toEqual(['de'])
  const { textContent } = screen.getAllByText(/are missing\.$/)[0] ?? {}
  const [missing = 0, of] = (textContent?.match(/\d+/g) ?? []).map(Number)
  expect(missing).toBe(of)
  type('Title: Request a demo', 'Vorführung anfragen')
  expect(form().translations).toEqual({ de: { title: 'Vorführung anfragen' } })
  expect(screen.getAllByText(`${missing - 1} of ${of} are missing.`)).toHaveLength(1)
  type('Title: Request a demo', '')
  expect(form().translations).toEqual({ de: {} })
})

test('a translation that no longer shows an answer is told so', () => {
  setUp('languages', { ...planned(), translations: { de: {} } })
  press('Translate into German')
  type(/Question: Where do we send/, 'Wohin?')
  expect(screen.getByText('{{hidden:plan}}')).toBeTruthy()
  type(/Question: Where do we send/, 'Wohin mit {{hidden:plan|es}}?')
  expect(screen.queryByText('{{hidden:plan}}')).toBeNull()
})

test('a removed language is one undo away', () => {
  const { editor, form } = setUp('languages', { translations: { de: { title: 'Vorführung' } } })
  press('Remove German')
  expect(form().translations).toBeUndefined()
  editor.undo()
  expect(form().translations).toEqual({ de: { title: 'Vorführung' } })
})
