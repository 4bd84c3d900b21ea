import type { AnswerValue, Attribution, Destination, Lane, Score, Sla, Stage } from '@bantam/schema'
import type { EventRecord, OutboxRecord } from './delivery.ts'
import type { PageOf, PageRequest } from './page.ts'

/** A value a lead is known for, with where it came from. */
export interface LeadProperty {
  readonly value: AnswerValue
  /** The part of the answer that says it, where one does. */
  readonly part?: string | undefined
  readonly submissionId: string
  readonly questionId: string
  readonly at: string
}

/** Properties as they are sealed: what many of them share, the submission that said them and when, stands once. */
export interface PackedProperties {
  readonly sources: readonly (readonly [submissionId: string, at: string])[]
  readonly properties: { readonly [name: string]: PackedProperty }
}

export type PackedProperty = readonly [
  source: number,
  questionId: string,
  value: LeadProperty['value'],
  part?: string | undefined,
]

export type ScoreSummary = Omit<Score, 'contributions' | 'bant'>

export interface LeadRecord {
  readonly id: string
  readonly workspaceId: string
  /** Normalised; the key leads merge by. Empty for a submission without an address. */
  readonly email: string
  readonly name: string
  readonly company: string
  readonly properties: { readonly [name: string]: LeadProperty }
  readonly stage: Stage
  readonly lane: Lane
  readonly destination: Destination
  readonly ownerId: string | undefined
  /** Of its newest submission, which holds every point and the record of the decision. */
  readonly score: ScoreSummary
  readonly sla: Sla | undefined
  readonly source: string
  /** Absent where no submission said what page it came from. */
  readonly attribution?: Attribution | undefined
  readonly formId: string
  readonly submissionId: string
  readonly submissions: number
  readonly visitorHash: string | undefined
  readonly claimedAt: Date | undefined
  readonly touchedAt: Date | undefined
  readonly acknowledgedOn: string | undefined
  readonly isTest: boolean
  readonly createdAt: Date
  /** Time of the newest submission. */
  readonly routedAt: Date
  readonly updatedAt: Date
}

/** A lead of one submission alone: what it told is written down already, `properties` of `PackedProperties` as JSON. */
export interface NewLead extends Omit<LeadRecord, 'properties'> {
  readonly packed: Pick<PackedProperties, 'sources'> & { readonly properties: string }
}

export type StorableLead = LeadRecord | NewLead

/** What the queue shows of a lead. */
export type LeadSummary = Omit<LeadRecord, 'properties' | 'attribution'> & {
  /** Not yet rejected, recycled, won or lost. */
  readonly isOpen: boolean
}

export interface LeadFilter {
  readonly ownerId?: string | undefined
  readonly unowned?: boolean | undefined
  readonly lane?: Lane | undefined
  readonly stage?: Stage | undefined
  /** Not yet rejected, recycled, won or lost. */
  readonly isOpen?: boolean | undefined
  /** Whether a person has to act: neither over nor in nurture. */
  readonly isActive?: boolean | undefined
  readonly isClaimed?: boolean | undefined
  /** Part of name, email or company, any case. */
  readonly search?: string | undefined
  readonly formId?: string | undefined
}

export interface LeadCounts {
  readonly active: number
  readonly mine: number
  /** Active, in the lane of sales, claimed by nobody. */
  readonly unclaimed: number
  /** Led there by their lane or by a person. */
  readonly nurture: number
  readonly total: number
}

export interface LeadAction {
  readonly id: string
  readonly leadId: string
  readonly actorId: string | undefined
  readonly kind:
    | 'claimed'
    | 'touched'
    | 'accepted'
    | 'rejected'
    | 'recycled'
    | 'converted'
    | 'reassigned'
    | 'separated'
    | 'note'
  readonly reason: string | undefined
  readonly note: string | undefined
  readonly at: Date
}

export interface LeadStore {
  find(workspaceId: string, leadId: string): Promise<LeadRecord | undefined>
  /** Newest first by creation, or `rank`: open leads first, then sales leads that nobody has touched, the sales lane, the total, the newest routed. Keyset pages. */
  page(
    workspaceId: string,
    request: PageRequest & { filter: LeadFilter; sort: 'newest' | 'rank' },
  ): Promise<PageOf<LeadSummary>>
  summary(workspaceId: string, leadId: string): Promise<LeadSummary | undefined>
  /** `mine` is what is active and of `userId`. */
  counts(workspaceId: string, userId?: string): Promise<LeadCounts>
  /**
   * Applies one action in one group: the action's row, the lead's new stage, owner and clocks, an event and its outbox rows,
   * and the owner's open count. The same action again changes nothing. `claimed` throws `already-claimed` when another
   * person holds the lead; what moves the stage throws `already-decided` when another person has moved it since `doneAt`.
   */
  act(
    workspaceId: string,
    leadId: string,
    change: {
      action: LeadAction
      /** When the person did it, which may be before it is heard of. */
      doneAt: Date
      patch: LeadPatch
      events: readonly EventRecord[]
      outbox: readonly OutboxRecord[]
    },
  ): Promise<LeadRecord | undefined>
  /**
   * Moves one submission to a lead of its own in one group, sealed with that lead's key; ids stay. Throws
   * `stale-revision` when the lead is not the one that was seen any more.
   */
  separate(workspaceId: string, change: Separation): Promise<void>
  actions(workspaceId: string, leadId: string): Promise<readonly LeadAction[]>
}

/** A lead told again, and whether it is open. */
export interface ToldLead {
  readonly lead: LeadRecord
  readonly isOpen: boolean
}

export interface Separation {
  readonly submissionId: string
  /** `updatedAt` of the lead that all this was worked out from. */
  readonly seen: Date
  /** The lead without the submission. */
  readonly remains: ToldLead
  /** The new lead, of the submission alone. */
  readonly separated: ToldLead
  readonly actions: readonly LeadAction[]
  readonly events: readonly EventRecord[]
}

export interface LeadPatch {
  readonly stage?: Stage
  readonly ownerId?: string
  readonly destination?: Destination
  readonly claimedAt?: Date
  readonly touchedAt?: Date
  readonly isClosed?: boolean
}
