import type { Condition } from '@bantam/schema'
import type { Made } from './making.ts'
import type { Planned } from './plan.ts'
import type { Subject } from './subject.ts'
import { never } from './truth.ts'

/** A question of the form with what made it; `place` counts the questions. */
export interface Placed {
  readonly planned: Planned
  readonly made: Made
  readonly place: number
}

export interface Scope {
  /** What a name means; undefined where what it names is not asked here. */
  readonly subjectOf: (name: string) => Subject | undefined
  /** Every hidden field, in the order they were met. */
  readonly hidden: () => readonly string[]
  /** The hidden field that a subject is because nothing in the source answers it. */
  readonly outsideOf: (subject: Subject) => string | undefined
}

/** Resolves the names that expressions read, whatever their case. */
export const scopeOf = ({
  planned,
  placed,
  computed,
  notAsked,
}: {
  readonly planned: readonly Planned[]
  readonly placed: readonly Placed[]
  /** Values that the form computes, by name. */
  readonly computed: (name: string) => Subject | 'lost' | undefined
  readonly notAsked: (place: number) => Condition
}): Scope => {
  const hidden = new Map<string, string>()
  const subjects = new Map<string, Subject>()
  const names = new Set(planned.flatMap(({ asked }) => namesOf(asked)))
  for (const { planned: one, made, place } of placed) {
    // Of several choices SurveyJS holds an empty list where nothing was picked.
    const blank = made.domain.kind === 'many' ? [] : undefined
    const base = {
      place: one.role === 'question' ? place : Infinity,
      isFilled: made.question.required === true,
      preset: one.preset ?? blank,
      blank,
      notAsked: () => notAsked(place),
    }
    for (const name of namesOf(one.asked))
      subjects.set(name, { ...base, ref: `question:${one.id}`, domain: made.domain })
    for (const { name, ref, domain } of made.parts ?? [])
      subjects.set(name.toLowerCase(), { ...base, preset: undefined, ref, domain })
  }
  for (const { asked, role, preset } of planned)
    for (const name of namesOf(asked))
      if (role === 'constant') subjects.set(name, { ...known, ref: '', place: Infinity, preset })
      else if (role === 'hidden') subjects.set(name, fieldOf(asked.name))

  function fieldOf(name: string): Subject {
    hidden.set(name.toLowerCase(), name)
    return { ...known, ref: `hidden:${name}`, isFilled: false }
  }
  const subjectOf = (written: string): Subject | undefined => {
    const name = written.toLowerCase()
    const found = subjects.get(name)
    if (found) return found
    const calculated = computed(name)
    if (calculated) return calculated === 'lost' ? undefined : calculated
    if (name.endsWith('.length')) return countOf(subjectOf(name.slice(0, -'.length'.length)))
    // A part of something asked that is none of the parts it has here.
    if (names.has(name) || names.has(name.split(/[.[]/)[0] ?? '')) return undefined
    return name.length > 100 ? undefined : fieldOf(written)
  }
  return {
    subjectOf,
    hidden: () => [...hidden.values()],
    outsideOf: ({ ref }) => {
      const name = ref.startsWith('hidden:') ? ref.slice('hidden:'.length) : undefined
      return name === undefined || subjects.has(name.toLowerCase()) ? undefined : name
    },
  }
}

const namesOf = ({ name, valueName }: Planned['asked']): readonly string[] =>
  [name, valueName].flatMap((one) => (one ? [one.toLowerCase()] : []))

const known: Subject = {
  ref: '',
  domain: { kind: 'text' },
  place: -1,
  isFilled: true,
  preset: undefined,
  blank: undefined,
  notAsked: () => never,
}

/** The value of a calculation: there from the start, though a text may still be empty. */
export const calculated = (id: string, kind: 'number' | 'text'): Subject => ({
  ...known,
  ref: `calculation:${id}`,
  domain: { kind },
  isFilled: kind === 'number',
})

const countOf = (subject: Subject | undefined): Subject | undefined =>
  subject && {
    ...subject,
    domain: { kind: 'count' },
    preset:
      typeof subject.preset === 'object' || typeof subject.preset === 'string'
        ? subject.preset.length
        : 0,
    blank: 0,
  }
