import { valuesOf } from '@bantam/engine'
import type { LeadAction, LeadPatch, LeadRecord, SubmissionRecord } from '@bantam/storage'
import { sourceOf, touchOf } from '../intake/attribution.ts'
import type { FormVersion } from '../intake/directory.ts'
import { leadAfter, type LeadSays } from '../intake/lead-after.ts'
import { leadProperties } from '../intake/lead-properties.ts'
import { companyOf, nameOf } from '../intake/person.ts'
import { outcomeOf } from './act.ts'

/** A stored submission with what it was sent to. */
export interface Told {
  readonly record: SubmissionRecord
  readonly form: FormVersion
  /** Where its visitor came from when the conversation started. */
  readonly startTouch: LeadSays['startTouch']
  /** Threshold of the model. */
  readonly mql: number
}

/**
 * A lead told again from its submissions and from what sales did, as if nothing else had ever been said. Pure. Throws
 * for no submission at all: that is nobody.
 */
export const retold = (
  { id, email }: Pick<LeadRecord, 'id' | 'email'>,
  { submissions, actions }: { submissions: readonly Told[]; actions: readonly LeadAction[] },
): { readonly lead: LeadRecord; readonly isOpen: boolean } => {
  let lead: LeadRecord | undefined
  let isOpen = true
  for (const { at, tell, action } of inOrder(submissions, actions)) {
    if (tell) {
      lead = after(lead, { ...tell, id, email })
      isOpen = true
    } else if (lead && action) {
      const { isClosed, ...patch } = patchOf(action, lead)
      lead = { ...lead, ...patch, updatedAt: at }
      isOpen = !(isClosed ?? !isOpen)
    }
  }
  if (!lead) throw new Error(`lead ${id} has no submission`)
  return { lead, isOpen: isOpen && lead.stage !== 'won' && lead.stage !== 'lost' }
}

interface Moment {
  readonly at: Date
  readonly tell?: Told
  readonly action?: LeadAction
}

const inOrder = (submissions: readonly Told[], actions: readonly LeadAction[]): Moment[] =>
  [
    ...submissions.map((tell): Moment => ({ at: tell.record.at, tell })),
    ...actions.map((action): Moment => ({ at: action.at, action })),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime())

const after = (
  before: LeadRecord | undefined,
  { record, form, startTouch, mql, id, email }: Told & Pick<LeadRecord, 'id' | 'email'>,
): LeadRecord => {
  const { answers, hidden, page, at, score, destination, ownerId, sla } = record
  const said = new Map(answers.map(({ questionId, value }) => [questionId, value]))
  const values = valuesOf(form.compiled, { answers: said, hidden })
  const submission: LeadSays = {
    form,
    email,
    name: nameOf(values),
    company: companyOf(values),
    visitorHash: record.visitorHash,
    startTouch,
    judged: { source: sourceOf(hidden, page), touch: touchOf(page, at) },
  }
  const route = {
    destination,
    sla,
    ...(ownerId !== undefined && { owner: { id: ownerId, name: '' } }),
  }
  return {
    ...leadAfter(before, {
      mql,
      submission,
      submissionId: record.id,
      score,
      route,
      leadId: id,
      now: at,
      acknowledgedOn: before?.acknowledgedOn,
    }),
    properties: leadProperties(
      { form: form.compiled, answers },
      { submissionId: record.id, now: at, before: before?.properties },
    ),
    isTest: record.isTest,
  }
}

const patchOf = ({ kind, actorId, at }: LeadAction, lead: LeadRecord): LeadPatch =>
  kind === 'claimed'
    ? { claimedAt: at, ...(actorId !== undefined && { ownerId: actorId }) }
    : outcomeOf(kind, { lead, at })
