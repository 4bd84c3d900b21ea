import { everyField, type Block, type Definition, type Field, type Screen } from './definition.ts'
import { idsFor } from './names.ts'

/** One question in the making: where the source has one screen, or one block of parts on a screen. */
export interface Place {
  readonly id: string
  readonly field: Field
  /** The groups around it, outermost first. */
  readonly within: readonly Field[]
  /** The rules that are read after it: its parts', its own, those of groups it ends; of hidden fields at the start. */
  readonly blocks: readonly Block[]
  /** The ref of an ending that stands among the fields right after it. */
  readonly closing: string | undefined
}

/** The questions of a form in order, and where rules mean when they name a field. */
export interface Plan {
  readonly places: readonly Place[]
  /**
   * The place of a field: of a group its first question, of a part its block; the number of places
   * when nothing follows.
   */
  readonly placeOf: (ref: string) => number | undefined
}

/**
 * A welcome screen is the first question, which only says something. Where hidden fields have rules,
 * a question that nobody sees is next: a conversation goes through it for the sake of these.
 */
export const planOf = ({ welcomes, fields, blocks }: Definition): Plan => {
  const drafts: Draft[] = []
  const at = new Map<string, number>()
  const welcome = welcomes[0]
  if (welcome) drafts.push(draftOf(asField(welcome, 'welcome_screen'), []))
  const hidden = blocks.filter(({ type }) => type === 'hidden')
  if (hidden.length > 0) drafts.push(draftOf(asField(start, 'start'), []))

  const visit = (field: Field, within: readonly Field[]): void => {
    const last = drafts.at(-1)
    if (field.type === 'thankyou_screen') {
      if (last) last.closing ??= field.ref
      return
    }
    at.set(field.ref, drafts.length)
    if (isGroup(field)) {
      for (const inner of field.fields) visit(inner, [...within, field])
      if (drafts.at(-1)?.within.includes(field)) drafts.at(-1)?.ends.push(field)
      return
    }
    for (const { ref } of everyField(field.fields)) at.set(ref, drafts.length)
    drafts.push(draftOf(field, within))
  }
  for (const field of fields) visit(field, [])

  const rulesOf = new Map<string, Block[]>()
  for (const block of blocks)
    if (block.type !== 'hidden') rulesOf.set(block.ref, [...(rulesOf.get(block.ref) ?? []), block])
  const ids = idsFor(
    drafts.map(({ field: { ref, title, type } }) => ({ ref, words: title || type })),
    'question',
  )
  return {
    places: drafts.map(({ field, within, ends, closing }, place) => ({
      id: ids[place] ?? `question-${place}`,
      field,
      within,
      closing,
      blocks:
        field.type === 'start'
          ? hidden
          : [...field.fields, field, ...ends].flatMap(({ ref }) => rulesOf.get(ref) ?? []),
    })),
    placeOf: (ref) => at.get(ref),
  }
}

/** Kinds whose fields are parts of one question. */
const blocks = new Set(['contact_info', 'address', 'matrix'])

/** Whatever else holds fields is a group, whatever it is called. */
export const isGroup = ({ type, fields }: Field): boolean =>
  type === 'group' || type === 'inline_group' || (fields.length > 0 && !blocks.has(type))

interface Draft {
  readonly field: Field
  readonly within: readonly Field[]
  /** The groups that it ends, innermost first. */
  readonly ends: Field[]
  closing: string | undefined
}

const draftOf = (field: Field, within: readonly Field[]): Draft => ({
  field,
  within,
  ends: [],
  closing: undefined,
})

const start: Screen = { path: '', ref: 'start', type: '', title: '', properties: {} }

const asField = (screen: Screen, type: string): Field => ({
  ...screen,
  type,
  validations: {},
  choices: [],
  fields: [],
  subfield: undefined,
})
