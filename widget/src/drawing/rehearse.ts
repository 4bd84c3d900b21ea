import type { Form } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import { firstInputs } from '../inputs/first-inputs.ts'
import type { Scene, Visit } from '../visit.ts'
import { render } from './preact.ts'

/** Where and how a visit is drawn. */
export interface Rehearsal {
  readonly stage: Element
  readonly visit: Visit
  draw(scene: Scene): ComponentChild
  readonly signal: AbortSignal
}

/**
 * Draws once the question that stands after the one being asked and so is likely to come next, beside the stage and
 * unseen, when the browser has nothing else to do, and takes it away in the same breath. What is compiled, read and shaped for the first time thereby is not left for
 * the moment in which the visitor presses Enter. A kind that comes in a chunk of its own is left out: it may fetch more.
 */
export const rehearse = ({ questions }: Form, { stage, visit, draw, signal }: Rehearsal): void => {
  const run = () => {
    const { scene } = visit
    if (signal.aborted || scene.kind !== 'ask') return
    const next = questions[questions.findIndex(({ id }) => id === scene.question.id) + 1]
    if (!next || !(next.kind in firstInputs)) return
    const place = document.createElement('div')
    place.className = stage.className
    // Out of the page's flow, so that nothing of it moves or can be scrolled to.
    place.style.cssText = 'position:fixed;inset:0;visibility:hidden'
    stage.after(place)
    render(draw({ ...scene, question: next, draft: undefined, error: undefined }), place)
    place.getBoundingClientRect()
    render(null, place)
    place.remove()
  }
  // Safari learned of it late.
  if ('requestIdleCallback' in window) requestIdleCallback(run)
  else setTimeout(run, 300)
}
