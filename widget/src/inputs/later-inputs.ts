import type { Form, QuestionKind, QuestionOf } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import type { InputProps } from './input.ts'
import { brokenInput, waitingInput } from './Waiting.tsx'

/** An input that comes in a chunk of its own, with its style. */
export interface LaterInput<K extends QuestionKind> {
  readonly input: (props: InputProps<QuestionOf<K>>) => ComponentChild
  readonly css: string
}

const chunks = {
  'picture-choice': () => import('./later/PictureChoice.tsx').then((chunk) => chunk.pictureChoice),
  ranking: () => import('./later/Ranking.tsx').then((chunk) => chunk.ranking),
  matrix: () => import('./later/Matrix.tsx').then((chunk) => chunk.matrix),
  contact: () => import('./later/Parts.tsx').then((chunk) => chunk.contact),
  address: () => import('./later/Parts.tsx').then((chunk) => chunk.address),
  company: () => import('./later/Parts.tsx').then((chunk) => chunk.company),
  file: () => import('./later/FileUpload.tsx').then((chunk) => chunk.file),
  scheduling: () => import('./later/Scheduling.tsx').then((chunk) => chunk.scheduling),
} satisfies { readonly [K in QuestionKind]?: () => Promise<LaterInput<K>> }

export type LaterKind = keyof typeof chunks

const isLater = (kind: QuestionKind): kind is LaterKind => kind in chunks

interface Watch {
  readonly signal: AbortSignal
  dress(css: string): void
  redraw(kind: QuestionKind): void
}

type Drawable = (props: InputProps) => ComponentChild

/** Chunks that have come, for every widget on the page. */
const arrived = new Map<LaterKind, { readonly input: Drawable; readonly css: string }>()

/**
 * The inputs that a form needs beyond those at hand. All of them set out at once, while the visitor still reads the
 * first question; one that has not come when it is asked for is drawn as a quiet place, then as an offer to try
 * again. `redraw` is called when what a kind is drawn with has changed.
 */
export const createLaterInputs = (
  { questions }: Form,
  { signal, dress, redraw }: Watch,
): ((kind: LaterKind) => Drawable) => {
  const dressed = new Set<string>()
  const underWay = new Set<LaterKind>()
  const broken = new Map<LaterKind, Drawable>()

  const wear = (kind: LaterKind) => {
    const { css } = arrived.get(kind) ?? {}
    if (!css || dressed.has(css)) return
    dressed.add(css)
    dress(css)
  }
  const load = async (kind: LaterKind, isAsked: boolean) => {
    underWay.add(kind)
    try {
      // The table pairs each kind with the input that takes its question.
      arrived.set(kind, (await chunks[kind]()) as { input: Drawable; css: string })
    } catch {
      const again = () => retry(kind)
      if (isAsked) broken.set(kind, brokenInput(again))
    }
    underWay.delete(kind)
    if (signal.aborted) return
    // Before it is asked for: then its style is no work between Enter and the question.
    wear(kind)
    redraw(kind)
  }
  const retry = (kind: LaterKind) => {
    broken.delete(kind)
    void load(kind, true)
    redraw(kind)
  }
  addEventListener('online', () => [...broken.keys()].forEach(retry), { signal })

  for (const { kind } of questions) {
    if (!isLater(kind) || underWay.has(kind)) continue
    if (arrived.has(kind)) wear(kind)
    else void load(kind, false)
  }

  return (kind) => {
    const chunk = arrived.get(kind)
    wear(kind)
    if (chunk) return chunk.input
    if (!underWay.has(kind) && !broken.has(kind)) void load(kind, true)
    return broken.get(kind) ?? waitingInput
  }
}
