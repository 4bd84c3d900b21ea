import { join } from 'node:path'
import { build } from 'rolldown'

/** A file of `bench/browser` with all it imports, minified, as a classic script. */
export const browserScript = async (
  name: 'minimal-page' | 'minimal-turns' | 'next-question' | 'surveyjs-page' | 'watch-page',
): Promise<string> => {
  const { output } = await build({
    input: join(import.meta.dirname, 'browser', `${name}.ts`),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { format: 'iife', minify: true },
    write: false,
  })
  return output[0].code
}
