import type { Question } from '@bantam/schema'
import type { Speech } from '../speech.ts'

/** One thing to pick, and what the draft becomes by picking it. */
export interface Pick {
  readonly id: string
  readonly label: string
  /** The key that picks it, if any. */
  readonly key: string | undefined
  readonly isPicked: boolean
  readonly draft: unknown
  /** Whether a text is asked for once it is picked. */
  readonly isOther?: boolean
}

/** What a question offers to pick from; nothing for kinds that are written, count steps or are put in order. */
export const picksOf = (
  question: Question,
  { draft, speech }: { readonly draft: unknown; readonly speech: Speech },
): readonly Pick[] => {
  const { words } = speech
  if (question.kind === 'yes-no')
    return [true, false].map((answer) => ({
      id: String(answer),
      label: answer ? words.yes : words.no,
      key: answer ? words.keys.yes : words.keys.no,
      isPicked: draft === answer,
      draft: answer,
    }))
  if (question.kind === 'ranking' || !('choices' in question) || question.kind === 'matrix')
    return []

  const isMany = question.kind === 'multiple-choice'
  const picked: readonly unknown[] = isMany ? (Array.isArray(draft) ? draft : []) : [draft]
  const pick = (value: unknown, isSame: (one: unknown) => boolean) => {
    const isPicked = picked.some(isSame)
    const others = picked.filter((one) => !isSame(one))
    return { isPicked, draft: isMany ? (isPicked ? others : [...others, value]) : value }
  }
  const choices: Pick[] = question.choices.map(({ id, label }, at) => ({
    id,
    label,
    key: letterAt(at),
    ...pick(id, (one) => one === id),
  }))
  return 'other' in question && question.other
    ? [
        ...choices,
        {
          id: '+other',
          label: words.other,
          key: letterAt(choices.length),
          isOther: true,
          ...pick({ other: '' }, isOther),
        },
      ]
    : choices
}

export const isOther = (one: unknown): one is { other: string } =>
  typeof one === 'object' && one !== null && 'other' in one && typeof one.other === 'string'

const letterAt = (index: number) => (index < 26 ? String.fromCharCode(65 + index) : undefined)
