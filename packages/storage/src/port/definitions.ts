import type { Form, Routing, ScoringModel } from '@bantam/schema'
import type { PageOf, PageRequest } from './page.ts'

export interface FormRecord {
  readonly id: string
  readonly workspaceId: string
  /** Unique in the installation: the full page is `/f/SLUG`. */
  readonly slug: string
  readonly draft: Form
  readonly revision: number
  /** Undefined until first published. */
  readonly publishedVersion: number | undefined
  /** Origins that may embed the form; empty means any. */
  readonly origins: readonly string[]
  /** Whether every submission must bring a proof of work. */
  readonly asksProof: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface FormVersionRecord {
  readonly workspaceId: string
  readonly formId: string
  readonly version: number
  readonly definition: Form
  readonly publishedAt: Date
  readonly publishedBy: string | undefined
}

export interface FormStats {
  readonly views: number
  readonly starts: number
  readonly submissions: number
}

/** Views and starts of a form on a day. */
export interface FormTraffic {
  readonly formId: string
  /** YYYY-MM-DD in UTC. */
  readonly day: string
  readonly views?: number
  readonly starts?: number
}

export interface FormStore {
  create(form: FormRecord): Promise<void>
  find(workspaceId: string, formId: string): Promise<FormRecord | undefined>
  /** The only unscoped look-ups: a public address names no workspace. */
  findPublic(formId: string): Promise<FormRecord | undefined>
  findBySlug(slug: string): Promise<FormRecord | undefined>
  page(workspaceId: string, request: PageRequest): Promise<PageOf<FormRecord>>
  /** Throws `stale-revision` when `revision` is not the stored one; resolves to the new revision. */
  saveDraft(
    workspaceId: string,
    formId: string,
    change: { draft: Form; revision: number; now: Date; origins?: readonly string[] | undefined },
  ): Promise<number>
  /** Takes effect at once, whatever becomes of the draft. */
  protect(
    workspaceId: string,
    formId: string,
    change: { asksProof: boolean; now: Date },
  ): Promise<void>
  /** From now on no version is public; publishing makes one so again. False for an unknown form. */
  takeOffline(workspaceId: string, formId: string, now: Date): Promise<boolean>
  /** Freezes the draft at `revision` as the next version, unless the newest is that already. */
  publish(
    workspaceId: string,
    formId: string,
    change: { revision: number; now: Date; by: string | undefined },
  ): Promise<FormVersionRecord>
  version(
    workspaceId: string,
    formId: string,
    version: number,
  ): Promise<FormVersionRecord | undefined>
  versions(
    workspaceId: string,
    formId: string,
  ): Promise<readonly Omit<FormVersionRecord, 'definition'>[]>
  stats(workspaceId: string, formId: string): Promise<FormStats>
  /** Sums per day, added to in one statement. */
  count(workspaceId: string, formId: string, counts: Omit<FormTraffic, 'formId'>): Promise<void>
}

export interface ModelRecord {
  readonly id: string
  readonly workspaceId: string
  readonly draft: ScoringModel
  readonly revision: number
  readonly publishedVersion: number | undefined
  readonly updatedAt: Date
}

export interface ModelVersionRecord {
  readonly workspaceId: string
  readonly modelId: string
  readonly version: number
  readonly document: ScoringModel
  readonly rationale: string
  readonly publishedAt: Date
  readonly publishedBy: string | undefined
}

/** One scoring model per workspace is live: the newest published version. */
export interface ModelStore {
  live(workspaceId: string): Promise<ModelVersionRecord | undefined>
  find(workspaceId: string, modelId: string): Promise<ModelRecord | undefined>
  list(workspaceId: string): Promise<readonly ModelRecord[]>
  create(model: ModelRecord): Promise<void>
  saveDraft(
    workspaceId: string,
    modelId: string,
    change: { draft: ScoringModel; revision: number; now: Date },
  ): Promise<number>
  publish(
    workspaceId: string,
    modelId: string,
    change: { revision: number; rationale: string; now: Date; by: string | undefined },
  ): Promise<ModelVersionRecord>
  version(
    workspaceId: string,
    modelId: string,
    version: number,
  ): Promise<ModelVersionRecord | undefined>
}

export interface Absence {
  readonly id: string
  readonly userId: string
  readonly from: Date
  readonly to: Date
}

export interface RoutingRecord {
  readonly workspaceId: string
  readonly version: number
  readonly document: Routing
  readonly savedAt: Date
  readonly savedBy: string | undefined
}

export interface RoutingStore {
  live(workspaceId: string): Promise<RoutingRecord | undefined>
  /** Saves the next version; throws `stale-revision` when `after` is not the live version (0 for none). */
  save(
    workspaceId: string,
    change: { document: Routing; after: number; now: Date; by: string | undefined },
  ): Promise<RoutingRecord>
  absences(workspaceId: string, after: Date): Promise<readonly Absence[]>
  addAbsence(workspaceId: string, absence: Absence): Promise<void>
  removeAbsence(workspaceId: string, absenceId: string): Promise<boolean>
  credits(workspaceId: string): Promise<readonly PoolCredit[]>
}

export interface PoolCredit {
  readonly poolId: string
  readonly userId: string
  readonly credit: number
  readonly lastAssignedAt: Date | undefined
}
