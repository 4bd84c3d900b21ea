import type { RefObject } from 'preact'
import type { TemplateItem } from '../client.ts'
import { blank } from './use-creation.ts'

interface TemplateListProps {
  listRef: RefObject<HTMLDivElement | null>
  templates: readonly TemplateItem[]
  hasBlank: boolean
  chosen: string
  onChoose: (id: string) => void
  onUse: (id: string) => void
}

interface Entry {
  id: string
  name: string
  description: string
  meta?: string | undefined
}

const groups = [
  { group: 'touchpoint', title: 'For a page' },
  { group: 'framework', title: 'By method' },
] as const

const blankEntry: Entry = {
  id: blank,
  name: 'Blank form',
  description: 'One question and a word of thanks. The rest is yours.',
}

/** A list to walk through with arrow keys; Enter takes what is chosen. */
export const TemplateList = ({
  listRef,
  templates,
  hasBlank,
  chosen,
  ...on
}: TemplateListProps) => {
  const sections = [
    ...groups.map(({ group, title }) => ({
      title,
      entries: templates.filter((each) => each.group === group).map(entryOf),
    })),
    { title: 'Without a template', entries: hasBlank ? [blankEntry] : [] },
  ].filter(({ entries }) => entries.length > 0)
  const ids = sections.flatMap(({ entries }) => entries.map(({ id }) => id))
  const current = ids.includes(chosen) ? chosen : ids[0]

  const press = (event: KeyboardEvent) => {
    const at = ids.indexOf(current ?? '')
    const next = targets(ids.length)[event.key]?.(at)
    if (event.key === 'Enter' && current !== undefined) on.onUse(current)
    else if (next === undefined) return
    else {
      const id = ids[next]
      if (id === undefined) return
      on.onChoose(id)
      listRef.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
    }
    event.preventDefault()
  }
  if (ids.length === 0) return <p class="gallery-none">No template says that.</p>
  return (
    <div ref={listRef} class="gallery-list" role="listbox" aria-label="Templates" onKeyDown={press}>
      {sections.map(({ title, entries }) => (
        <div key={title} role="group" aria-label={title}>
          <h2 aria-hidden="true">{title}</h2>
          {entries.map(({ id, name, description, meta }) => (
            <div
              key={id}
              role="option"
              class="gallery-option"
              data-id={id}
              aria-selected={id === current}
              tabIndex={id === current ? 0 : -1}
              onClick={() => on.onChoose(id)}
            >
              <b>{name}</b>
              <p>{description}</p>
              {meta === undefined ? null : <small>{meta}</small>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

const entryOf = ({ id, name, description, questionCount, letters }: TemplateItem): Entry => ({
  id,
  name,
  description,
  meta: `${questionCount} questions · ${letters.join(', ')}`,
})

const targets = (count: number): { readonly [key: string]: (at: number) => number } => ({
  ArrowDown: (at) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: () => count - 1,
})
