import type { Channel, OutboxRecord } from '@bantam/storage'

/** What became of one try. Reasons are plain words for the delivery log, without personal data. */
export type Sent =
  | { readonly kind: 'done' }
  /** `after`: the receiver's own wish, in milliseconds from now. */
  | { readonly kind: 'retry'; readonly reason: string; readonly after?: number | undefined }
  | { readonly kind: 'dead'; readonly reason: string }
  | { readonly kind: 'held'; readonly reason: string }

/** Makes one try at delivering a row; what it throws counts as a try that failed. */
export type Send = (row: OutboxRecord) => Promise<Sent>

export type Channels = { readonly [C in Channel]?: Send }

/** The part of a logger that delivery speaks to. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
