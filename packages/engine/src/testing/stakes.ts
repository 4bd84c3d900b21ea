import type { Form, Routing, ScoringModel } from '@bantam/schema'
import { compileForm } from '../conversation/compile-form.ts'
import { compileStakes, type Stakes } from '../profiling/stakes.ts'
import { compileRouting } from '../routing/compile-routing.ts'
import { bantOf } from '../scoring/bant.ts'
import { compileModel } from '../scoring/compile-model.ts'

/** Routing that decides nothing. */
export const noRouting: Routing = {
  schema: 1,
  rules: [],
  fallback: { destination: 'nurture' },
  pools: [],
  calendars: [],
  policies: [{ id: 'one', label: 'One', firstTouchMinutes: 5, calendar: 'none' }],
}

/** What a form decides by a model and a routing. */
export const stakesOf = (form: Form, model: ScoringModel, routing = noRouting): Stakes =>
  compileStakes({
    form: compileForm(form),
    model: compileModel(model, { version: 1, bant: bantOf(form) }),
    routing: compileRouting(routing),
  })
