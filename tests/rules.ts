import { posix } from 'node:path'
import { Visitor } from 'oxc-parser'
import { COMPUTED, parse, reachable, type Import, type Source } from './imports.ts'
import {
  COMPOSITION,
  CONFIGURATION,
  DIALECTS,
  DRIVERS,
  LAYERS,
  LOADER,
  PURE,
  type Layer,
} from './layers.ts'

/** Each rule tells what breaks it, one line each, naming the file. An empty list is a pass. */
export type Findings = readonly string[]

/** Imports that the layer table does not allow. */
export const strays = (imports: readonly Import[], layers = LAYERS): Findings =>
  imports.flatMap(({ from, to, isTypeOnly }) => {
    const layer = layerOf(from, layers)
    if (layer === undefined || layer.values === 'everything') return []
    if (from === LOADER && to === COMPUTED) return []
    const allowed = [layer.folder, ...layer.values, ...(isTypeOnly ? layer.types : [])]
    if (allowed.some((entry) => isBeneath(to, entry))) return []
    return [`${from} imports ${to}${isTypeOnly ? ' as a type' : ''}, which its layer may not`]
  })

/** Layers in which an import that must be there was not found: the check would pass blind. */
export const blindSpots = (imports: readonly Import[], layers = LAYERS): Findings =>
  layers.flatMap(({ folder, rests }) =>
    rests
      .filter(
        (rest) => !imports.some(({ from, to }) => isBeneath(from, folder) && isBeneath(to, rest)),
      )
      .map((rest) => `${folder} was not seen to import ${rest}`),
  )

/** Layers that rest on themselves by way of others, type-only imports included. */
export const cycles = (imports: readonly Import[], layers = LAYERS): Findings => {
  const edges = imports.flatMap(({ from, to }): Import[] => {
    const [user, used] = [layerOf(from, layers), layerOf(to, layers)]
    if (user === undefined || used === undefined || user === used) return []
    return [{ from: user.folder, to: used.folder, isTypeOnly: false }]
  })
  const found = edges
    .filter(({ from, to }) => reachable(edges, to).has(from))
    .map(({ from, to }) => `${from} imports ${to}, which rests on ${from}`)
  return [...new Set(found)]
}

/** Imports of a database driver, or of the stores built on one, from where they do not belong. */
export const looseDrivers = (imports: readonly Import[]): Findings =>
  imports.flatMap(({ from, to, isTypeOnly }) => {
    if (DRIVERS.some((driver) => isBeneath(to, driver))) {
      const isAtHome = DIALECTS.some((folder) => isBeneath(from, folder))
      return isAtHome ? [] : [`${from} imports the driver ${to}`]
    }
    const isDialect = DIALECTS.some((folder) => isBeneath(to, folder))
    const isAllowed =
      isTypeOnly ||
      isBeneath(from, COMPOSITION) ||
      DIALECTS.some((folder) => isBeneath(from, folder))
    return isDialect && !isAllowed ? [`${from} chooses a database: ${to}`] : []
  })

/** Files of the product that import what only tests may. */
export const testsInProduct = (imports: readonly Import[]): Findings =>
  imports
    .filter(({ to }) => isOfTests(to))
    .map(({ from, to }) => `${from} imports ${to}, which is for tests`)

const IMPURE = new Set(['Date', 'crypto', 'fetch', 'process', 'performance', 'globalThis'])

/** Time, chance, network and environment in layers that take them as arguments. */
export const impurities = (sources: readonly Source[]): Findings =>
  sources
    .filter(({ path }) => PURE.some((folder) => isBeneath(path, folder)))
    .flatMap((source) =>
      namesIn(source)
        .filter((name) => IMPURE.has(name) || name === 'Math.random')
        .map((name) => `${source.path} names ${name}`),
    )

/** Readers of the environment besides the one that validates it. */
export const environmentReaders = (sources: readonly Source[]): Findings =>
  sources
    .filter(({ path }) => path !== CONFIGURATION)
    .filter((source) => namesIn(source).some((name) => READS_ENVIRONMENT.test(name)))
    .map(({ path }) => `${path} reads the environment`)

const READS_ENVIRONMENT = /^(process\.env|node:process)$/

const LONGEST = 350

/** Files that have grown past what is read in one sitting. */
export const overlong = (sources: readonly Source[]): Findings =>
  sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${LONGEST}`)

const HOLLOW = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'lib', 'types'])

/** Folders and files whose name says nothing of what is in them. */
export const hollowNames = (sources: readonly Source[]): Findings =>
  sources
    .map(({ path }) => path)
    .filter((path) => path.split('/').some((part) => HOLLOW.has(part.replace(/\..*$/, ''))))

/** Whether a file is only ever loaded by tests. */
export const isOfTests = (path: string): boolean =>
  /\.(test|example)\.tsx?$|(^|\/)(testing|factories)\//.test(path)

const layerOf = (path: string, layers: readonly Layer[]): Layer | undefined =>
  layers.find(({ folder }) => isBeneath(path, folder))

const isBeneath = (path: string, entry: string): boolean =>
  path === entry || path.startsWith(entry.endsWith(':') ? entry : posix.join(entry, '/'))

/**
 * The names a file uses as values: free identifiers, `object.property` pairs, and the properties
 * taken apart from an object. Comments, texts and property names are not among them.
 */
const namesIn = ({ path, text }: Source): string[] => {
  const named: string[] = []
  const properties = new Set<number>()
  new Visitor({
    ImportDeclaration: ({ source, specifiers }) => {
      named.push(source.value)
      for (const { local } of specifiers) properties.add(local.start)
    },
    ImportSpecifier: ({ imported }) => void properties.add(imported.start),
    MemberExpression: ({ object, property, computed }) => {
      if (!computed) properties.add(property.start)
      const name = computed ? textOf(property) : nameOf(property)
      if (name !== undefined) named.push(`${nameOf(object)}.${name}`)
    },
    Property: ({ key, shorthand, computed }) => {
      if (!computed && !shorthand) properties.add(key.start)
    },
    TSTypeReference: ({ typeName }) => void properties.add(typeName.start),
    TSPropertySignature: ({ key }) => void properties.add(key.start),
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier') return
      for (const property of id.properties) {
        if (property.type === 'Property') named.push(`${init.name}.${nameOf(property.key)}`)
      }
    },
    Identifier: ({ name, start }) => {
      if (!properties.has(start)) named.push(name)
    },
  }).visit(parse(path, text))
  return named
}

type Syntax = { readonly type: string; readonly name?: unknown; readonly value?: unknown }

const nameOf = ({ type, name }: Syntax): string | undefined =>
  type.endsWith('Identifier') && typeof name === 'string' ? name : undefined

const textOf = ({ type, value }: Syntax): string | undefined =>
  type === 'Literal' && typeof value === 'string' ? value : undefined
