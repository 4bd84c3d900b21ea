import { Problem } from '../problems.ts'

/** A file as it came: neither its name nor a type it declared is believed. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The first file of a multipart body; undefined when it holds none. Throws wrong-shape when it cannot be read. */
export const partOfForm = async (
  body: Uint8Array,
  contentType: string,
): Promise<SentFile | undefined> => {
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch((cause: unknown) => {
      throw new Problem(
        'wrong-shape',
        'The multipart body cannot be read. Send it as a browser does.',
        {
          cause,
        },
      )
    })
  for (const [, part] of form)
    if (typeof part !== 'string')
      return { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) }
  return undefined
}
