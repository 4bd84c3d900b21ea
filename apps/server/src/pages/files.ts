import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { encodedBody, type Encoded } from '@bantam/api'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Every file under `folder` by its path with leading `/`: a request can only name what is in the map. */
export const readBuilt = (folder: string): ReadonlyMap<string, Encoded> => {
  const files = new Map<string, Encoded>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || entry.name.startsWith('.') || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(
      `/${relative(folder, path).split(sep).join('/')}`,
      encodedBody(readFileSync(path), type),
    )
  }
  return files
}
