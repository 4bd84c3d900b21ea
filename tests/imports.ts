import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One file of the repository; its path is relative to the root, with forward slashes. */
export type Source = { readonly path: string; readonly text: string }

/** `to` is a path in the repository, or the specifier of a library. Type-only edges are erased. */
export type Import = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean }

/** What a workspace's name, with or without a sub-path, stands for: a path in the repository. */
export type Packages = ReadonlyMap<string, string>

/** Stands for what a dynamic import loads when its specifier is no plain text. */
export const COMPUTED = 'a computed specifier'

const ASIDE = new Set(['node_modules', 'dist', '.types', 'data', 'coverage'])

/** Every file beneath the folders whose name ends as asked, products and dependencies aside. */
export const readSources = (
  root: string,
  { folders, endings }: { folders: readonly string[]; endings: RegExp },
): Source[] =>
  folders
    .flatMap((folder) => filesIn(root, folder))
    .flatMap((path) =>
      endings.test(path) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [],
    )

/** The workspaces beneath `apps`, `packages` and `widget`, with each of their exports. */
export const readPackages = (root: string): Packages =>
  new Map(
    readSources(root, { folders: ['apps', 'packages', 'widget'], endings: /\/package\.json$/ })
      .map(({ path, text }) => ({ folder: posix.dirname(path), manifest: manifestOf(text) }))
      .flatMap(({ folder, manifest: { name, exports } }) =>
        Object.entries(exports).map(([key, target]): [string, string] => [
          posix.join(name, key),
          posix.join(folder, target),
        ]),
      ),
  )

/** Every static, re-exporting, dynamic and type import of the sources. */
export const importsOf = (sources: readonly Source[], packages: Packages): Import[] =>
  sources.flatMap(({ path, text }) =>
    specifiersOf(path, text).map(({ specifier, isTypeOnly }) => ({
      from: path,
      to: resolve(path, specifier, packages),
      isTypeOnly,
    })),
  )

/** Everything that the entry pulls in at run time, itself included. */
export const reachable = (imports: readonly Import[], entry: string): ReadonlySet<string> => {
  const seen = new Set([entry])
  for (const file of seen) {
    for (const { from, to, isTypeOnly } of imports) if (from === file && !isTypeOnly) seen.add(to)
  }
  return seen
}

/**
 * `import { type A }` is not type-only: under `verbatimModuleSyntax` the import itself stays, and
 * what it names is loaded.
 */
const specifiersOf = (path: string, text: string): { specifier: string; isTypeOnly: boolean }[] => {
  const found: { specifier: string; isTypeOnly: boolean }[] = []
  const keep = (specifier: string, isTypeOnly: boolean): void => {
    found.push({ specifier, isTypeOnly })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => keep(source.value, importKind === 'type'),
    ExportAllDeclaration: ({ source, exportKind }) => keep(source.value, exportKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind }) => {
      if (source !== null) keep(source.value, exportKind === 'type')
    },
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') keep(source.value, false)
      else keep(COMPUTED, false)
    },
    TSImportType: ({ source }) => keep(source.value, true),
  }).visit(parse(path, text))
  return found
}

/** The syntax tree of a file; throws when the parser found an error, so that no file is passed over. */
export const parse = (path: string, text: string): ReturnType<typeof parseSync>['program'] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join()}`)
  return program
}

const resolve = (from: string, specifier: string, packages: Packages): string => {
  const [path = ''] = specifier.split('?')
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : (packages.get(path) ?? path)
}

const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ASIDE.has(entry.name) ? [] : filesIn(root, path)
    return entry.isFile() ? [path] : []
  })

const manifestOf = (text: string): { name: string; exports: Record<string, string> } => {
  const manifest: unknown = JSON.parse(text)
  if (typeof manifest !== 'object' || manifest === null) throw new Error('not a package.json')
  const name = 'name' in manifest ? String(manifest.name) : ''
  const exported: unknown = 'exports' in manifest ? manifest.exports : {}
  return { name, exports: typeof exported === 'string' ? { '.': exported } : targetsOf(exported) }
}

const targetsOf = (exported: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(exported ?? {}).map(([key, target]): [string, string] => [key, String(target)]),
  )
