import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A file that was built, read once; each encoding is made on first demand and kept. */
export interface BuiltFile {
  readonly type: string
  readonly etag: string
  readonly body: Buffer
  encoded(encoding: 'br' | 'gzip'): Promise<Buffer>
}

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
export const readBuilt = (folder: string): ReadonlyMap<string, BuiltFile> => {
  const files = new Map<string, BuiltFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || entry.name.startsWith('.') || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(
      `/${relative(folder, path).split(sep).join('/')}`,
      builtFile(readFileSync(path), type),
    )
  }
  return files
}

const builtFile = (body: Buffer, type: string): BuiltFile => {
  const made = new Map<'br' | 'gzip', Promise<Buffer>>()
  return {
    type,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    encoded(encoding) {
      const encoded = made.get(encoding) ?? encoders[encoding](body)
      made.set(encoding, encoded)
      return encoded
    },
  }
}

const encoders = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
}
