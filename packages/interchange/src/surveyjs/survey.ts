import { pointerTo } from '../report.ts'
import { bagOf, isBag, listOf, textOf, type Bag } from '../typeform/json.ts'
import { plainOf } from './words.ts'

/** A SurveyJS definition in the order in which it asks. */
export interface Survey {
  readonly raw: Bag
  readonly locale: string
  readonly asked: readonly Asked[]
}

/** One thing asked, shown or computed: a question, or one of those that a question of many is made of. */
export interface Asked {
  readonly path: string
  readonly type: string
  /** What expressions call it, as written; cells and items carry the name of what they are in. */
  readonly name: string
  /** Another name of its value. */
  readonly valueName: string | undefined
  readonly raw: Bag
  /** Said before its own title. */
  readonly before: string
  /** The pages and panels around it, outermost first. */
  readonly within: readonly Around[]
  /** The expressions that must hold for it to be asked. */
  readonly gates: readonly Gate[]
  /** What `{panel.x}` and `{row.x}` mean by their first word. */
  readonly inside: Readonly<Record<string, string>>
  /** Choices that it takes from what it is in. */
  readonly choices: { readonly raw: unknown; readonly path: string }
}

export interface Around {
  readonly path: string
  readonly raw: Bag
}

export interface Gate {
  readonly path: string
  readonly text: string
}

/** Reads whatever it is given: what is missing or of another shape reads as absent. */
export const readSurvey = (raw: Bag): Survey => {
  const around: Surroundings = { within: [], gates: [], inside: {}, prefix: '' }
  const pages = listOf(raw['pages']).flatMap((page, at) => {
    const path = pointerTo('/pages', at)
    return inContainer(bagOf(page), { path, around })
  })
  return {
    raw,
    locale: textOf(raw['locale']) || 'en',
    asked: [...pages, ...inContainer(raw, { path: '', around })],
  }
}

interface Surroundings extends Pick<Asked, 'within' | 'gates' | 'inside'> {
  /** Goes before the names of what is in a panel or row that repeats. */
  readonly prefix: string
}

type At = { readonly path: string; readonly around: Surroundings }

const inContainer = (container: Bag, { path, around }: At): readonly Asked[] => {
  const inner = path === '' ? around : entered(container, { path, around })
  return ['elements', 'questions'].flatMap((key) =>
    listOf(container[key]).flatMap((one, at) =>
      isBag(one) ? asked(one, { path: pointerTo(path, key, at), around: inner }) : [],
    ),
  )
}

const asked = (raw: Bag, at: At): readonly Asked[] => {
  const type = textOf(raw['type']) ?? 'text'
  if (type === 'panel') return inContainer(raw, at)
  return Object.hasOwn(many, type) ? (many[type]?.(raw, at) ?? []) : [single(raw, { ...at, type })]
}

const single = (
  raw: Bag,
  { path, around, type, ...more }: At & { readonly type: string } & Partial<Asked>,
): Asked => ({
  path,
  type,
  name: around.prefix + (textOf(raw['name']) ?? ''),
  valueName: textOf(raw['valueName']),
  raw,
  before: '',
  within: around.within,
  gates: [...around.gates, ...gatesOf(raw, path)],
  inside: around.inside,
  choices: { raw: raw['choices'], path: pointerTo(path, 'choices') },
  ...more,
})

/** `enableIf` closes as `visibleIf` does: what cannot be answered is not worth a turn. */
const gatesOf = (raw: Bag, path: string): readonly Gate[] =>
  ['visibleIf', 'enableIf'].flatMap((key) => {
    const text = textOf(raw[key])?.trim()
    return text ? [{ path: pointerTo(path, key), text }] : []
  })

const entered = (raw: Bag, { path, around }: At): Surroundings => ({
  ...around,
  within: [...around.within, { path, raw }],
  gates: [...around.gates, ...gatesOf(raw, path)],
})

const nameOf = (entry: unknown): string => {
  const bag = bagOf(entry)
  return textOf(entry) ?? textOf(bag['name']) ?? textOf(bag['value']) ?? ''
}

const labelOf = (entry: unknown): string => {
  const bag = bagOf(entry)
  return plainOf(bag['title']) || plainOf(bag['text']) || nameOf(entry)
}

/** Questions that ask for many things at once, by the things. */
const many: { readonly [type: string]: (raw: Bag, at: At) => readonly Asked[] } = {
  multipletext: (raw, at) => {
    const around = entered(raw, at)
    return listOf(raw['items']).map((item, place) =>
      single(bagOf(item), {
        path: pointerTo(at.path, 'items', place),
        around,
        type: 'text',
        name: `${at.around.prefix}${nameOf(raw)}.${nameOf(item)}`,
      }),
    )
  },
  matrixdropdown: (raw, at) => {
    const name = at.around.prefix + nameOf(raw)
    const around = entered(raw, at)
    return listOf(raw['rows']).flatMap((row, place) => {
      const gates = gatesOf(bagOf(row), pointerTo(at.path, 'rows', place))
      const inside = { ...around.inside, row: `${name}.${nameOf(row)}` }
      return cells(raw, {
        path: at.path,
        around: { ...around, inside, gates: [...around.gates, ...gates] },
        before: labelOf(row),
      })
    })
  },
  matrixdynamic: (raw, at) => {
    const inside = { ...at.around.inside, row: `${at.around.prefix}${nameOf(raw)}[0]` }
    return cells(raw, { path: at.path, around: { ...entered(raw, at), inside }, before: '' })
  },
  paneldynamic: (raw, at) => {
    const prefix = `${at.around.prefix}${nameOf(raw)}[0]`
    const around = {
      ...entered(raw, at),
      inside: { ...at.around.inside, panel: prefix },
      prefix: `${prefix}.`,
    }
    return listOf(raw['templateElements']).flatMap((one, place) =>
      isBag(one) ? asked(one, { path: pointerTo(at.path, 'templateElements', place), around }) : [],
    )
  },
}

/** The cells of one row, by its columns. */
const cells = (raw: Bag, { path, around, before }: At & { before: string }): readonly Asked[] =>
  listOf(raw['columns']).map((column, place) => {
    const bag = bagOf(column)
    const below = pointerTo(path, 'columns', place)
    const type = [bag['cellType'], raw['cellType']].find((one) => one && one !== 'default')
    const hasOwn = Array.isArray(bag['choices'])
    return single(bag, {
      path: below,
      around,
      type: textOf(type) ?? 'dropdown',
      name: `${around.inside['row']}.${nameOf(column)}`,
      before,
      choices: hasOwn
        ? { raw: bag['choices'], path: pointerTo(below, 'choices') }
        : { raw: raw['choices'], path: pointerTo(path, 'choices') },
    })
  })
