import type { BantLetter, Form, Question } from '@bantam/schema'
import { contactParts } from '../answer/parts.ts'
import { bantLetters } from '../scoring/bant.ts'
import type { Box } from './box.ts'
import type { Covered } from './finding.ts'
import type { Reach } from './reach.ts'
import { ANSWERED, type Flag, type Space } from './space.ts'

/** Whether a question asks for a way to reach the person. */
const asksContact = (question: Question): boolean => {
  if (question.kind === 'contact') {
    const parts = question.parts ?? contactParts
    return parts.includes('email') || parts.includes('phone')
  }
  return question.kind === 'email' || question.kind === 'phone'
}

/** What is noted of every conversation until its end. */
export const exitFlags: readonly Flag[] = [
  { ref: 'flag:contact', isSetBy: asksContact },
  ...bantLetters.map((letter) => ({
    ref: `flag:${letter}`,
    isSetBy: ({ bant }: Question) => bant === letter,
  })),
]

/** What the conversations in the boxes were asked for. */
export interface Coverage {
  readonly asksContact: Covered
  readonly coverage: { readonly [L in BantLetter]: Covered }
}

export const coverageOf = (
  boxes: readonly Box[],
  { reach, space }: { reach: Reach; space: Space },
): Coverage => {
  const covered = (name: string): Covered => {
    const dimension = space.places.get(`flag:${name}`) ?? -1
    const masks = boxes.map((box) => reach.maskAtEnd(box, dimension))
    if (masks.every((mask) => mask === ANSWERED)) return 'always'
    return masks.some((mask) => mask & ANSWERED) ? 'sometimes' : 'never'
  }
  const [budget, authority, need, timeline] = [
    covered('budget'),
    covered('authority'),
    covered('need'),
    covered('timeline'),
  ]
  return { asksContact: covered('contact'), coverage: { budget, authority, need, timeline } }
}

/** Pairs of questions that fill the same property, the earlier one first, with the flag that the earlier one sets. */
export interface Rivals {
  readonly property: string
  readonly first: number
  readonly second: number
  readonly flag: Flag
}

export const rivalsIn = ({ questions }: Form): readonly Rivals[] =>
  questions.flatMap(({ property }, second) =>
    property === undefined
      ? []
      : questions.slice(0, second).flatMap((rival, first) =>
          rival.property === property
            ? [
                {
                  property,
                  first,
                  second,
                  flag: {
                    ref: `flag:asked ${rival.id}`,
                    isSetBy: ({ id }: Question) => id === rival.id,
                  },
                },
              ]
            : [],
        ),
  )
