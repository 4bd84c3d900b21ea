import {
  propertiesOf,
  replay,
  valuesOf,
  type Calculated,
  type CompiledForm,
  type FilledProperty,
} from '@bantam/engine'
import type { AnswerValue, ConsentGiven, Hidden, Page, ProblemDetail, Touch } from '@bantam/schema'
import type { Said } from '@bantam/storage'
import { isDisposable, isFreeMail } from '../facts/mail-domains.ts'
import { matches } from '../facts/pattern.ts'
import { readPhone } from '../facts/phone.ts'
import type { Known } from '../public/recollect.ts'
import { claimsOf, type Claimable } from '../uploads/claim.ts'
import { consentsOf } from './consents.ts'
import type { Definitions, FormVersion } from './directory.ts'
import { companyOf, emailAmong, nameOf } from './person.ts'
import { askedOf } from './routing-facts.ts'
import { spokenIn } from './spoken.ts'
import { judge, type Judged } from './judge.ts'
import { newPropertiesOf, type NewProperties } from './lead-properties.ts'
import { told } from './told.ts'
import type { Values } from './values-said.ts'
import { Written } from './written.ts'

/** What a visitor sent, of the right shape but not yet believed. */
export interface Sent {
  readonly version: number
  readonly answers: readonly { questionId: string; value?: unknown }[]
  /** That the form was read in. */
  readonly language?: string | undefined
  readonly hidden?: Hidden | undefined
  readonly page?: Page | undefined
  readonly conversationId?: string | undefined
  readonly consent?: readonly ConsentGiven[] | undefined
}

/** A submission that holds: replayed along its path, every answer read and judged by itself, ready to be decided. */
export interface Prepared {
  readonly form: FormVersion
  readonly definitions: Definitions
  readonly key: string
  readonly fingerprint: string
  readonly conversationId: string | undefined
  readonly visitorHash: string | undefined
  readonly signals: readonly { name: string; at: number }[]
  /** Of the path. */
  readonly ending: string | undefined
  /** The one of the form's languages that the visitor read. */
  readonly language: string
  readonly said: Written<Said>
  /** Where the visitor came from when the conversation started. */
  readonly startTouch?: Touch | undefined
  /** Ids of the uploads that it claims. */
  readonly uploads: readonly string[]
  /** What this submission says, by ref, with what is known of its lead from the same visitor. */
  readonly values: () => Values
  /** Those of them that were calculated, by the calculation's id. */
  readonly calculations: Calculated
  /** Those of them that routing asks for, null where it asks in vain. */
  readonly asked: { readonly [ref: string]: AnswerValue | null }
  /** The values with what was known of the visitor, where that counts for another lead only. */
  readonly visitorValues?: Values | undefined
  /** What it tells of a lead that nobody knew. */
  readonly newProperties: NewProperties
  readonly email: string
  readonly name: string
  readonly company: string
  readonly judged: Judged
}

/** Facts that reading an answer needs and the engine cannot have. */
export const answerFacts = { readPhone, isFreeMail, isDisposable, matches }

export type Preparation =
  | { readonly kind: 'prepared'; readonly submission: Prepared }
  | { readonly kind: 'refused'; readonly errors: readonly ProblemDetail[] }

/** What a conversation brings along: what its visitor said before, and which questions need no answer. */
export interface Past extends Known {
  readonly skip: ReadonlySet<string>
}

/** Replays what was sent along the path of its form version; trusts nothing else. */
export const prepare = (
  sent: Sent,
  given: Pick<
    Prepared,
    'form' | 'definitions' | 'key' | 'fingerprint' | 'visitorHash' | 'signals' | 'startTouch'
  > & {
    readonly past?: Past | undefined
    /** Without the one that it names, a file answer is refused. */
    readonly uploads?: Claimable | undefined
    readonly now: Date
  },
): Preparation => {
  const { form, past, uploads = new Map() } = given
  const { compiled, definition, version } = form
  const hidden = declared(sent.hidden ?? {}, definition.hidden ?? [])
  const { language } = spokenIn(form, sent.language ?? '').definition
  const followed = follow(compiled, { answers: sent.answers, hidden, past, uploads })
  const { values, answers, errors } = followed
  if (errors.length > 0) return { kind: 'refused', errors }
  const { discarded, ending, visitorValues = values } = followed
  const { definitions, signals, now } = given
  const { page } = sent
  const { score, judged } = judge(
    { form, definitions, answers, signals, ending, language, hidden, page, values: visitorValues },
    now,
  )
  const consent = consentsOf(compiled, { answers, sent: sent.consent, version, language })
  // Spelled out because this is the hot path: spreading records this wide costs as much as the replay.
  const submission: Prepared = {
    form,
    definitions,
    key: given.key,
    fingerprint: given.fingerprint,
    conversationId: sent.conversationId,
    visitorHash: given.visitorHash,
    signals,
    ending,
    language,
    said: Written.value({ answers, discarded, hidden, page, consent, score }),
    startTouch: given.startTouch,
    uploads: followed.uploads,
    values: () => values,
    calculations: followed.calculations,
    asked: askedOf(given.definitions.routing, values),
    visitorValues: followed.visitorValues,
    newProperties: newPropertiesOf(followed.properties, answers),
    email: followed.email,
    name: nameOf(values),
    company: companyOf(values),
    judged,
  }
  return { kind: 'prepared', submission }
}

interface Followed
  extends
    Pick<Said, 'answers' | 'discarded'>,
    Pick<Prepared, 'ending' | 'email' | 'uploads' | 'calculations'> {
  readonly path: readonly string[]
  readonly errors: readonly ProblemDetail[]
  readonly values: Values
  /** The same with what was known of the visitor, where that counts for another lead only. */
  readonly visitorValues: Values | undefined
  readonly properties: readonly FilledProperty[]
}

/** What sent answers amount to on this form: the path they lead through, what counts, what does not, what is wrong. */
export const follow = (
  form: CompiledForm,
  {
    answers: sent,
    hidden = {},
    past = nothing,
    uploads,
  }: {
    answers: Sent['answers']
    hidden?: Hidden
    past?: Past | undefined
    /** Files are not looked for when absent. */
    uploads?: Claimable | undefined
  },
): Followed => {
  const known = new Map<string, AnswerValue>()
  for (const [id, { value }] of past.values) known.set(id, value)
  const { path, answers, recalled, discarded, errors, ending, calculations } = replay(
    form,
    { answers: sent, hidden, known, skip: past.skip },
    answerFacts,
  )
  const said =
    recalled.size === 0 ? answers : new Map([...answers].filter(([id]) => !recalled.has(id)))
  const email = emailAmong(form, said)
  const filled = propertiesOf(form, answers)
  const values = valuesOf(form, { answers, hidden, calculations, properties: filled })
  const isOfAnother = recalled.size > 0 && email !== '' && past.email !== '' && email !== past.email
  const own = isOfAnother ? calculatedAlone(form, said, hidden) : calculations
  const claimed = uploads ? claimsOf(form, { answers: said, uploads }) : { claims: [], errors: [] }
  return {
    path,
    errors: claimed.errors.length === 0 ? errors : [...errors, ...claimed.errors],
    discarded,
    ending,
    email,
    uploads: claimed.claims,
    answers: told(form, { answers: isOfAnother ? said : answers, said, hidden, past, uploads }),
    values: isOfAnother ? valuesOf(form, { answers: said, hidden, calculations: own }) : values,
    calculations: own,
    visitorValues: isOfAnother ? values : undefined,
    properties: isOfAnother ? propertiesOf(form, said) : filled,
  }
}

/** What is calculated of these answers alone. */
const calculatedAlone = (
  form: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
  hidden: Hidden,
): Calculated => form.calculating({ values: { ...valuesOf(form, { answers, hidden }) } }).settle()

const nothing: Past = { values: new Map(), email: '', skip: new Set() }

const declared = (sent: Hidden, names: readonly string[]): Hidden =>
  Object.fromEntries(
    names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  )
