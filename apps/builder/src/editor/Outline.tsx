import type { Place } from '@bantam/editing'
import type { QuestionKind } from '@bantam/schema'
import { IconButton, Menu } from '@bantam/ui'
import { Flag, Plus, Settings2 } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { kinds } from '../form/kinds.ts'
import { LaneMark } from '../form/LaneMark.tsx'
import { plainTitle } from '../form/name.ts'
import { goTo, type OpenForm } from './document.ts'
import { flawsOf } from './findings.ts'
import { FindingsPanel } from './FindingsPanel.tsx'
import { isSamePlace, keyOf, pressInOutline } from './outline-keys.ts'
import { OutlineQuestion, OutlineRow } from './OutlineRow.tsx'
import { addEnding, addQuestion } from './question-actions.ts'

export interface OutlineProps {
  open: OpenForm
  /** Called when a person points at a place; arrow keys only select. */
  onPoint: () => void
}

/** Everything the form asks and where it ends, in order. One tab stop; arrows move. */
export const Outline = ({ open, onPoint }: OutlineProps) => {
  const { editor } = open
  const form = editor.form.value
  const selection = editor.selection.value
  const list = useRef<HTMLDivElement>(null)
  const flaws = flawsOf(open.diagnosing.findings.value)
  const key = keyOf(selection)

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]')
    row?.scrollIntoView({ block: 'nearest' })
    if (list.current?.contains(document.activeElement)) row?.focus()
  }, [key])

  const point = (place: Place) => {
    editor.select(place)
    onPoint()
  }
  /** What was added is worded next, once its fields are there. */
  const add = (kind: QuestionKind) => {
    addQuestion(editor, kind)
    onPoint()
    requestAnimationFrame(() => {
      const title = document.querySelector<HTMLTextAreaElement>('.inspector-body textarea')
      title?.focus()
      title?.select()
    })
  }
  return (
    <nav
      class="outline"
      aria-label="Outline"
      onKeyDown={(event) => {
        const isInList = event.target instanceof Node && list.current?.contains(event.target)
        if (isInList && pressInOutline(editor, event)) event.preventDefault()
      }}
    >
      <header class="pane-head">
        <h2>Questions</h2>
        <span class="ui-quietly ui-figures">{form.questions.length}</span>
        <AddQuestion onAdd={add} />
      </header>
      <div class="outline-list" ref={list}>
        <OutlineRow
          isCurrent={selection.part === 'form'}
          flaw={flaws.get('form')}
          onPoint={() => point({ part: 'form' })}
          leading={<Settings2 aria-hidden="true" />}
          title="This form"
        />
        <ol>
          {form.questions.map((question, index) => (
            <OutlineQuestion
              key={question.id}
              form={form}
              question={question}
              number={index + 1}
              isCurrent={isSamePlace(selection, { part: 'question', id: question.id })}
              flaw={flaws.get(`question:${question.id}`)}
              onPoint={point}
            />
          ))}
        </ol>
        <div class="outline-endings">
          <h3>Endings</h3>
          <IconButton
            size="small"
            label="Add an ending"
            icon={<Plus aria-hidden="true" />}
            onClick={() => {
              addEnding(editor)
              onPoint()
            }}
          />
        </div>
        <ul>
          {form.endings.map((ending) => (
            <li key={ending.id}>
              <OutlineRow
                isCurrent={isSamePlace(selection, { part: 'ending', id: ending.id })}
                flaw={flaws.get(`ending:${ending.id}`)}
                onPoint={() => point({ part: 'ending', id: ending.id })}
                leading={<Flag aria-hidden="true" />}
                title={plainTitle(ending.title) || 'Untitled ending'}
                trailing={ending.for ? <LaneMark lane={ending.for} /> : undefined}
              />
            </li>
          ))}
        </ul>
      </div>
      <FindingsPanel
        open={open}
        onGo={(where) => {
          goTo(open, where)
          onPoint()
        }}
      />
    </nav>
  )
}

const kindItems = (Object.keys(kinds) as QuestionKind[]).map((kind) => ({ kind, ...kinds[kind] }))

const AddQuestion = ({ onAdd }: { onAdd: (kind: QuestionKind) => void }): ComponentChildren => (
  <div class="outline-add">
    <Menu
      label="Add a question"
      placement="below-end"
      trigger={<Plus size={16} aria-hidden="true" />}
      items={kindItems.map(({ kind, name, Icon }) => ({
        id: kind,
        label: name,
        icon: <Icon aria-hidden="true" />,
        run: () => onAdd(kind),
      }))}
    />
  </div>
)
