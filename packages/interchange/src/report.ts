/** One element of a source definition; `path` is its JSON pointer (RFC 6901). */
export interface Element {
  /** What it is, in the source's own words, such as "field" or "jump". */
  readonly what: string
  /** What people call it: a title, a label, a key. */
  readonly name: string
  readonly path: string
}

/** What became of an element; `why` is always there for what was changed or dropped. */
export interface ReportEntry extends Element {
  readonly why?: string
}

/**
 * What became of a definition on import: every element is in one of the three lists, once, in the
 * order of the source. `unknown` points out, by path, those of `dropped` that nothing here knows.
 */
export interface Report {
  readonly kept: readonly ReportEntry[]
  readonly changed: readonly ReportEntry[]
  readonly dropped: readonly ReportEntry[]
  readonly unknown: readonly string[]
}

export interface ReportBuilder {
  /** The element is in the form with its full meaning. */
  readonly keep: (path: string) => void
  /** The element is in the form, differently; `why` says how, in a sentence. */
  readonly change: (path: string, why: string) => void
  /** The element is not in the form; `why` says the cause, in a sentence. */
  readonly drop: (path: string, why: string) => void
  /** Dropped because its kind is not known here. */
  readonly dropUnknown: (path: string, why: string) => void
  /** Whether anything was said of the element yet. */
  readonly isSettled: (path: string) => boolean
  readonly finish: () => Report
}

/**
 * Collects the fate of every element of a source. All elements are named beforehand, so nothing can
 * disappear: what nobody speaks of is dropped as unknown. What is spoken of more than once has the
 * worst of its fates, with every reason. Throws a RangeError where a path is listed twice or is no
 * element's.
 */
export const reportOn = (elements: readonly Element[]): ReportBuilder => {
  const fates = new Map<string, Fate>()
  for (const { path } of elements) {
    if (fates.has(path)) throw new RangeError(`${path} is listed twice`)
    fates.set(path, { severity: -1, whys: [], isUnknown: false })
  }
  const mark = (path: string, severity: number, why?: string): Fate => {
    const fate = fates.get(path)
    if (!fate) throw new RangeError(`${path} is no element of the source`)
    fate.severity = Math.max(fate.severity, severity)
    if (why !== undefined && !fate.whys.includes(why)) fate.whys.push(why)
    return fate
  }
  return {
    keep: (path) => void mark(path, severities.kept),
    change: (path, why) => void mark(path, severities.changed, why),
    drop: (path, why) => void mark(path, severities.dropped, why),
    dropUnknown: (path, why) => {
      mark(path, severities.dropped, why).isUnknown = true
    },
    isSettled: (path) => (fates.get(path)?.severity ?? -1) >= 0,
    finish: () => {
      const lists: { [name in FateName]: ReportEntry[] } = { kept: [], changed: [], dropped: [] }
      const unknown: string[] = []
      for (const { what, name, path } of elements) {
        const { severity = -1, whys = [], isUnknown = true } = fates.get(path) ?? {}
        const why = severity < 0 ? 'Nothing here knows what this is.' : whys.join(' ')
        const list = lists[fateNames[severity] ?? 'dropped']
        list.push({ what, name, path, ...(why !== '' && { why }) })
        if (isUnknown || severity < 0) unknown.push(path)
      }
      return { ...lists, unknown }
    },
  }
}

/** The JSON pointer of a place below another: `pointerTo('/fields/0', 'properties', 'a/b')`. */
export const pointerTo = (base: string, ...keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => `${path}/${escaped(key)}`, base)

const escaped = (key: string | number) =>
  typeof key === 'number' || !/[~/]/.test(key)
    ? key
    : key.replaceAll('~', '~0').replaceAll('/', '~1')

interface Fate {
  severity: number
  readonly whys: string[]
  isUnknown: boolean
}

const severities = { kept: 0, changed: 1, dropped: 2 }
const fateNames = ['kept', 'changed', 'dropped'] as const
type FateName = (typeof fateNames)[number]
