import {
  applyEdit,
  begin,
  changedPlace,
  mergeKeyOf,
  record,
  redo,
  settle,
  undo,
  type Edit,
  type History,
  type Place,
} from '@bantam/editing'
import type { Form } from '@bantam/schema'
import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Removal } from './removal.ts'

export interface Editor {
  readonly form: ReadonlySignal<Form>
  readonly selection: ReadonlySignal<Place>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  dispatch(edit: Edit): void
  select(place: Place): void
  undo(): void
  redo(): void
  /** Ends a run of typing: what follows is a step of its own. */
  settle(): void
  /** What a person is asked before it is removed. */
  readonly removal: ReadonlySignal<Removal | undefined>
  ask(removal: Removal | undefined): void
  /** Goes on from a document that is stored already; one step back is the work before it. */
  replace(form: Form): void
}

/** The document under the pen, its history, and what is selected. Only the document is undoable. */
export const createEditor = (initial: Form, onChange: (form: Form) => void): Editor => {
  const history = signal<History<Form>>(begin(initial))
  const selected = signal<Place>(firstPlace(initial))
  const removal = signal<Removal | undefined>(undefined)
  const form = computed(() => history.value.present)
  const selection = computed(() => existing(form.value, selected.value))

  const become = (next: History<Form>) => {
    const before = history.value.present
    history.value = next
    if (next.present !== before) onChange(next.present)
  }
  const step = (next: History<Form>) => {
    const place = changedPlace(history.value.present, next.present)
    become(next)
    if (place) selected.value = place
  }

  return {
    form,
    selection,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    dispatch(edit) {
      become(record(history.value, applyEdit(form.value, edit), mergeKeyOf(edit)))
    },
    select(place) {
      selected.value = place
      history.value = settle(history.value)
    },
    undo: () => step(undo(history.value)),
    redo: () => step(redo(history.value)),
    settle() {
      history.value = settle(history.value)
    },
    removal,
    ask(wanted) {
      removal.value = wanted
    },
    replace(next) {
      history.value = record(history.value, next)
    },
  }
}

const firstPlace = (form: Form): Place => {
  const first = form.questions[0]
  return first ? { part: 'question', id: first.id } : { part: 'form' }
}

/** What is selected may have been removed, by hand or by an undo. */
const existing = (form: Form, place: Place): Place => {
  if (place.part === 'form') return place
  const list: readonly { id: string }[] = place.part === 'question' ? form.questions : form.endings
  return list.some(({ id }) => id === place.id) ? place : firstPlace(form)
}
