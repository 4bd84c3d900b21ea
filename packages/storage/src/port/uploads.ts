import type { FileType } from '@bantam/schema'

/** A file that a visitor sent; `id` is 128 random bits and names its bytes in `Files` too. */
export interface UploadRecord {
  readonly id: string
  readonly workspaceId: string
  readonly formId: string
  /** The question it was sent for, when the visitor's browser said so. */
  readonly questionId: string | undefined
  /** A safe name with the extension of its type. */
  readonly name: string
  readonly type: FileType
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of its bytes. */
  readonly hash: string
  /** The submission that claimed it; no other can. */
  readonly submissionId: string | undefined
  readonly createdAt: Date
}

export interface UploadStore {
  add(upload: UploadRecord): Promise<void>
  /** Those of `ids` that are there, in any order. */
  find(workspaceId: string, ids: readonly string[]): Promise<readonly UploadRecord[]>
  /**
   * Makes the uploads of before that instant which no submission claimed as if absent, and names at most `limit` that are,
   * for their bytes to be deleted and to be forgotten then.
   */
  expire(change: {
    before: Date
    now: Date
    limit: number
  }): Promise<readonly Pick<UploadRecord, 'workspaceId' | 'id'>[]>
  /** Deletes the row of an upload that expired. */
  forget(workspaceId: string, id: string): Promise<void>
}

/** Where the bytes of uploads are kept. Keys are upload ids. */
export interface Files {
  /** Resolves when the bytes are on disk. A key is written once. */
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  /** Also of what is not there. */
  delete(key: string): Promise<void>
}
