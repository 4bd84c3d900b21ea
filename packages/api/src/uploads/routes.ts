import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { idPath } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'
import { attachment } from './file-name.ts'

/** What visitors uploaded, for the members of the workspace alone. */
export const uploadRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>().openapi(
    createRoute({
      ...requires(...everyone),
      method: 'get',
      path: '/v1/uploads/{id}',
      operationId: 'getUpload',
      summary: 'Download a file that a visitor uploaded',
      tags: ['Submissions'],
      request: { params: idPath },
      responses: {
        200: {
          description: 'The file, always as a download',
          content: {
            'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
          },
        },
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const [upload] = await deps.storage.uploads.find(c.get('actor').workspaceId, [id])
      const bytes = upload && (await deps.files.get(upload.id))
      if (!bytes) throw notFound('upload')
      // A visitor chose these bytes: no browser may take them for a page of ours.
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': upload.mediaType,
        'Content-Disposition': attachment(upload.name),
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
      })
    },
  )
}
