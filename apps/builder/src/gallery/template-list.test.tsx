import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { createRef } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, test } from 'vitest'
import type { TemplateItem } from '../client.ts'
import { TemplateList } from './TemplateList.tsx'

const template = (id: string, group: TemplateItem['group']): TemplateItem => ({
  id,
  name: id.toUpperCase(),
  description: `About ${id}`,
  group,
  letters: ['Need'],
  questionCount: 4,
})
const templates = [template('demo', 'touchpoint'), template('bant', 'framework')]

const setUp = (shown: readonly TemplateItem[] = templates) => {
  const used: string[] = []
  const List = () => {
    const [chosen, setChosen] = useState('demo')
    return (
      <TemplateList
        listRef={listRef}
        templates={shown}
        hasBlank={shown.length > 0}
        chosen={chosen}
        onChoose={setChosen}
        onUse={(id) => used.push(id)}
      />
    )
  }
  const listRef = createRef<HTMLDivElement>()
  render(<List />)
  const selected = () => screen.getByRole('option', { selected: true }).dataset['id']
  const press = (key: string) => fireEvent.keyDown(screen.getByRole('listbox'), { key })
  return { used, selected, press }
}

afterEach(cleanup)

test('stands in groups, a blank form last', () => {
  setUp()
  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
    'For a page',
    'By method',
    'Without a template',
  ])
  expect(screen.getByText('4 questions · Need', { selector: '[data-id=demo] small' })).toBeTruthy()
})

test('arrows walk through all groups and stop at the ends, Enter takes what is chosen', () => {
  const { used, selected, press } = setUp()
  press('ArrowUp')
  expect(selected()).toBe('demo')
  press('ArrowDown')
  press('ArrowDown')
  press('ArrowDown')
  expect(selected()).toBe('blank')
  press('Home')
  press('ArrowDown')
  press('Enter')
  expect(used).toEqual(['bant'])
})

test('what is chosen can be reached by Tab, also when the search hid it', () => {
  const { selected } = setUp(templates.slice(1))
  expect(selected()).toBe('bant')
  expect(screen.getAllByRole('option').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
})

test('says so when nothing is found', () => {
  setUp([])
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(screen.getByText('No template says that.')).toBeTruthy()
})
