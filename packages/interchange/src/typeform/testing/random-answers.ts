import type {
  Answers,
  Source,
  SourceAnswer,
  SourceCondition,
  SourceField,
} from './reference-walk.ts'

/** Fractions from 0 to 1 that a seed decides. */
export const chanceFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Chance = () => number

/** Answers that are valid, and two times in three what some rule compares with. */
export const answersOf = (source: Source, chance: Chance): ((field: SourceField) => Answers) => {
  const wanted = literalsOf(source)
  const answer = (field: SourceField): SourceAnswer => {
    const make = makers[field.type]
    if (!make || (field.validations?.['required'] !== true && chance() < 0.25)) return null
    return make(field, {
      chance,
      wanted: chance() < 0.66 ? pick(wanted(field.ref), chance) : undefined,
    })
  }
  return (field) => {
    const parts = field.properties?.fields ?? []
    const given = new Map(parts.map((part) => [part.ref, answer(part)]))
    const isGiven = [...given.values()].some((value) => value !== null)
    return given.set(field.ref, parts.length > 0 ? (isGiven ? 'given' : null) : answer(field))
  }
}

/** Values for hidden fields, some of them missing. */
export const hiddenOf = (source: Source, chance: Chance): { [name: string]: string } => {
  const wanted = literalsOf(source)
  return Object.fromEntries(
    (source.hidden ?? []).flatMap((name) => {
      const value = chance() < 0.7 ? pick(wanted(name), chance) : 'else'
      return chance() < 0.2 || !value ? [] : [[name, String(value)]]
    }),
  )
}

interface Wish {
  readonly chance: Chance
  /** What a rule compares this field with. */
  readonly wanted: unknown
}

const word = (_: SourceField, { wanted, chance }: Wish) =>
  typeof wanted === 'string' && wanted.trim()
    ? (pick([wanted, `${wanted} more`, `less ${wanted.toUpperCase()}`], chance) ?? wanted)
    : 'words'

const number = (field: SourceField, { wanted, chance }: Wish) => {
  const { properties = {}, validations = {} } = field
  const from = properties['start_at_one'] || field.type === 'rating' ? 1 : 0
  const steps = Number(properties['steps'] ?? { rating: 5, nps: 11 }[field.type] ?? 11)
  const [low, high] =
    field.type === 'number'
      ? [Number(validations['min_value'] ?? -50), Number(validations['max_value'] ?? 150)]
      : [from, from + steps - 1]
  const near = typeof wanted === 'number' ? wanted + Math.floor(chance() * 3) - 1 : undefined
  const any = low + Math.floor(chance() * (high - low + 1))
  return Math.min(high, Math.max(low, near ?? any))
}

const choice = (field: SourceField, { wanted, chance }: Wish): SourceAnswer => {
  const { choices = [], allow_multiple_selection: isSeveral } = field.properties ?? {}
  const refs = choices.map(({ ref }) => ref)
  const one = refs.find((ref) => ref === wanted) ?? pick(refs, chance) ?? ''
  if (!isSeveral && field.type !== 'ranking') return one
  const least =
    field.type === 'ranking' ? refs.length : Number(field.validations?.['min_selection'] ?? 1)
  const most = Number(field.validations?.['max_selection'] ?? refs.length)
  const others = refs.filter((ref) => ref !== one && chance() < 0.4)
  const rest = refs.filter((ref) => ref !== one && !others.includes(ref))
  return [one, ...others, ...rest.slice(0, Math.max(0, least - 1 - others.length))].slice(0, most)
}

const days = ['2024-12-31', '2025-01-01', '2025-01-02', '2026-06-15']

const makers: { readonly [type: string]: (field: SourceField, wish: Wish) => SourceAnswer } = {
  short_text: word,
  long_text: word,
  email: (_, { wanted }) =>
    typeof wanted === 'string' && wanted.startsWith('@') ? `ann${wanted}` : 'a@b.example',
  website: () => 'https://acme.example',
  phone_number: () => '+14155550132',
  number,
  rating: number,
  opinion_scale: number,
  nps: number,
  yes_no: (_, { chance }) => chance() < 0.5,
  // A required consent that no rule reads can only be given.
  legal: (_, { wanted, chance }) => wanted === undefined || chance() < 0.5,
  date: (_, { wanted, chance }) =>
    typeof wanted === 'string' ? wanted.slice(0, 10) : (pick(days, chance) ?? null),
  multiple_choice: choice,
  dropdown: choice,
  picture_choice: choice,
  ranking: choice,
  file_upload: () => 'abcdefghijklmnopqrstuv',
}

const pick = <T>(of: readonly T[], chance: Chance): T | undefined =>
  of[Math.floor(chance() * of.length)]

/** What the rules of a definition compare a field or a hidden field with. */
const literalsOf = ({ logic = [] }: Source): ((ref: string) => readonly unknown[]) => {
  const found = new Map<string, unknown[]>()
  const collect = ({ vars }: SourceCondition): void => {
    const operands = vars.flatMap((one) => ('op' in one ? [] : [one]))
    const literal = operands.find(({ type }) => type === 'constant' || type === 'choice')
    for (const { type, value } of operands)
      if (type === 'field' || type === 'hidden')
        found.set(String(value), [...(found.get(String(value)) ?? []), literal?.value])
    for (const one of vars) if ('op' in one) collect(one)
  }
  for (const { actions } of logic) for (const { condition } of actions) collect(condition)
  return (ref) => found.get(ref) ?? []
}
