import { Closing } from './faces/Closing.tsx'
import { moreInputs } from './inputs/more-inputs.ts'
import { openVisit, type VisitOptions } from './open-visit.ts'
import css from './more-controls.css?inline'
import type { Equipment } from './show.tsx'

export { createHttpTransport } from './http-transport.ts'
export { hiddenOf, pageOf } from './website.ts'

/** Everything past the first question: the engine's turns, delivery, the other kinds of input and the closings. */
export const equip = (options: VisitOptions): Equipment => ({
  open: openVisit(options),
  inputs: moreInputs,
  closing: Closing,
  css,
})
