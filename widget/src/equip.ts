import { hydrate, render } from './drawing/preact.ts'
import { rehearse } from './drawing/rehearse.ts'
import { Closing } from './faces/Closing.tsx'
import { createMoreInputs } from './inputs/more-inputs.ts'
import { OtherText } from './inputs/OtherText.tsx'
import { stepsOf } from './inputs/steps.ts'
import { openVisit, type VisitOptions } from './open-visit.ts'
import { heedPresses } from './presses.ts'
import { startReturning } from './return.ts'
import { isWebAddress } from './web-address.ts'
import css from './more-controls.css?inline'
import type { Equipment, Face } from './show.tsx'

/** A visit of somebody who may have been here before begins with the server, which knows what is left to ask. */
export const equipReturning = async (options: Parameters<typeof equip>[0]): Promise<Equipment> => {
  const { transport, page, hidden, visitor } = options
  const started = await startReturning(transport, {
    ...(page && { page }),
    ...(hidden && { hidden }),
    ...(visitor?.token && { visitor: visitor.token }),
  })
  return equip({ ...options, started })
}

/** Everything past the first question: the engine's turns, delivery, the other kinds of input and the closings. */
export const equip = (options: VisitOptions & { readonly face?: Face | false }): Equipment => ({
  paint: render,
  adopt: hydrate,
  rehearse: (drawn) => rehearse(options.definition, drawn),
  open: openVisit(options),
  heed: heedPresses,
  inputs: (watch) => createMoreInputs(options.definition, watch),
  closing: Closing,
  other: OtherText,
  stepsOf,
  form: options.definition,
  follow(scene) {
    if (scene.kind !== 'ended' || scene.ending.kind !== 'redirect') return
    const { navigate = (url: string) => location.assign(url) } = options
    if (isWebAddress(scene.ending.url)) navigate(scene.ending.url)
  },
  face: options.face,
  speech: options.speech,
  css,
})
