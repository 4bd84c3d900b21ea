import type { Form } from '@bantam/schema'
import type { Storage } from '@bantam/storage'
import { v7 } from 'uuid'

interface Publishing {
  readonly workspaceId: string
  readonly draft: Form
  readonly id?: string
  readonly slug?: string
  readonly asksProof?: boolean
}

/** Stores a form and publishes it as version 1; its id. */
export const publishForm = async (
  { forms }: Pick<Storage, 'forms'>,
  { workspaceId, draft, id = v7(), slug = id, asksProof = false }: Publishing,
): Promise<string> => {
  const now = new Date()
  await forms.create({
    id,
    workspaceId,
    slug,
    draft,
    revision: 1,
    publishedVersion: undefined,
    origins: [],
    asksProof,
    createdAt: now,
    updatedAt: now,
  })
  await forms.publish(workspaceId, id, { revision: 1, now, by: undefined })
  return id
}
