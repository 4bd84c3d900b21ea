import { diagnose, type Diagnosis } from '@bantam/engine'
import type { Form, ProblemDetail, ScoringModel } from '@bantam/schema'
import { isPattern } from '../facts/pattern.ts'

/** What stops a form from being published. An empty list means that it can be. */
export const checkForm = (form: Form): ProblemDetail[] =>
  diagnoseForm(form)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ path, code, message }) => ({ path, code, message }))

/** Everything that can be said of a form beforehand, patterns included. */
export const diagnoseForm = (form: Form, model?: ScoringModel): Diagnosis =>
  diagnose(form, { model, isPattern })
