import { isDeepStrictEqual } from 'node:util'
import { z } from '@hono/zod-openapi'
import type { Storage, FormRecord } from '@bantam/storage'
import { formDocument, instant } from '../openapi/shape.ts'

export const FormSummary = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    publishedVersion: z.int().nullable(),
    revision: z.int(),
    questionCount: z.int(),
    updatedAt: instant,
    stats: z.object({ views: z.int(), starts: z.int(), submissions: z.int() }),
  })
  .openapi('FormSummary')

export const FormView = z
  .object({
    id: z.string(),
    slug: z.string(),
    publishedVersion: z.int().nullable(),
    revision: z.int(),
    draft: formDocument,
    origins: z.array(z.string()),
    /** Whether every submission must bring a proof of work. */
    asksProof: z.boolean(),
    updatedAt: instant,
    /** Whether the draft differs from what visitors see. */
    isChanged: z.boolean(),
    /** The full page. */
    url: z.string(),
    /** The script tag that embeds the form. */
    snippet: z.string(),
  })
  .openapi('FormView')

type Means = { storage: Storage; baseUrl: string }

export const formSummary = async (
  { storage }: Means,
  form: FormRecord,
): Promise<z.infer<typeof FormSummary>> => {
  const { id, slug, draft, revision, publishedVersion, updatedAt } = form
  const { views, starts, submissions } = await storage.forms.stats(form.workspaceId, id)
  return {
    id,
    slug,
    title: draft.title,
    publishedVersion: publishedVersion ?? null,
    revision,
    questionCount: draft.questions.length,
    updatedAt: updatedAt.toISOString(),
    stats: { views, starts, submissions },
  }
}

export const formView = async (
  { storage, baseUrl }: Means,
  form: FormRecord,
): Promise<z.infer<typeof FormView>> => {
  const { id, workspaceId, slug, draft, revision, publishedVersion, updatedAt } = form
  const published =
    publishedVersion === undefined
      ? undefined
      : await storage.forms.version(workspaceId, id, publishedVersion)
  return {
    id,
    slug,
    publishedVersion: publishedVersion ?? null,
    revision,
    draft,
    origins: [...form.origins],
    asksProof: form.asksProof,
    updatedAt: updatedAt.toISOString(),
    isChanged: !isDeepStrictEqual(published?.definition, draft),
    url: `${baseUrl}/f/${slug}`,
    snippet: `<script src="${baseUrl}/widget.js" data-form="${id}" async crossorigin></script>`,
  }
}
