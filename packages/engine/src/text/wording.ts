/** One text that people read, and where it stands. */
export interface FormText {
  /** By the ids that lead to it, as translations name it: `questions.size.choices.s.label`. */
  readonly key: string
  /** By the places that lead to it, as findings name it: `questions.0.choices.1.label`. */
  readonly path: string
  readonly text: string
}

interface Place {
  readonly key: string
  readonly path: string
}

/** Every text of a document, or of a part that stands `under` a place, that people read, in the document's order. */
export const textsIn = (
  node: unknown,
  { key, path }: Place = { key: '', path: '' },
): readonly FormText[] => {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node))
    return node.flatMap((one: unknown, at) =>
      textsIn(one, { key: inside(key, nameOf(one, at)), path: inside(path, `${at}`) }),
    )
  return Object.entries(node).flatMap(([name, part]): readonly FormText[] => {
    if (typeof part !== 'string' ? typeof part !== 'object' : !wording.test(name)) return []
    const place = { key: inside(key, name), path: inside(path, name) }
    return typeof part === 'string' ? [{ ...place, text: part }] : textsIn(part, place)
  })
}

interface Rewording {
  /** Of the whole; empty for a document. */
  readonly key?: string
  readonly say: (text: string, key: string) => string
}

/** What has the same shape, with each text that people read as `say` has it. */
export const reworded = <T>(node: T, { key = '', say }: Rewording): T => {
  if (typeof node !== 'object' || node === null) return node
  const part = (name: string, one: unknown) => reworded(one, { key: inside(key, name), say })
  if (Array.isArray(node)) return node.map((one, at) => part(nameOf(one, at), one)) as T
  return Object.fromEntries(
    Object.entries(node).map(([name, one]) => [
      name,
      typeof one === 'string' && wording.test(name) ? say(one, inside(key, name)) : part(name, one),
    ]),
  ) as T
}

const inside = (outer: string, name: string) => (outer ? `${outer}.${name}` : name)

/** Items of a list by their id or purpose, else by their place. */
const nameOf = (one: unknown, at: number): string =>
  `${Object(one).id ?? Object(one).purpose ?? at}`

/** The names of what is read by people; ids, kinds, conditions and addresses are the same in every language. */
const wording =
  /^(title|help|why|label|alt|placeholder|unit|button|low|high|patternHint|body|text)$/
