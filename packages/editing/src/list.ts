interface Identified {
  readonly id: string
}

/** The list with `item` put before `before`, or at the end; the same list when `before` is not in it. */
export const withInserted = <T extends Identified>(
  list: readonly T[],
  { item, before }: { item: T; before?: string | undefined },
): readonly T[] => {
  if (list.some(({ id }) => id === item.id)) return list
  const at = before === undefined ? list.length : list.findIndex(({ id }) => id === before)
  return at < 0 ? list : [...list.slice(0, at), item, ...list.slice(at)]
}

/** The list with the item of that id moved before `before`, or to the end; the same list when nothing moves. */
export const withMoved = <T extends Identified>(
  list: readonly T[],
  { id, before }: { id: string; before?: string | undefined },
): readonly T[] => {
  const item = list.find((each) => each.id === id)
  if (!item || before === id) return list
  const rest = list.filter((each) => each !== item)
  const moved = withInserted(rest, { item, before })
  return moved === rest || moved.every((each, at) => each === list[at]) ? list : moved
}

/** The list with one item replaced; the same list when the change leaves it as it is or the id is unknown. */
export const withChanged = <T extends Identified>(
  list: readonly T[],
  { id, change }: { id: string; change: (item: T) => T },
): readonly T[] => {
  const at = list.findIndex((each) => each.id === id)
  const item = list[at]
  if (!item) return list
  const changed = change(item)
  return changed === item ? list : list.with(at, changed)
}

/** The list without the item of that id; the same list when it has none. */
export const without = <T extends Identified>(list: readonly T[], id: string): readonly T[] =>
  list.some((each) => each.id === id) ? list.filter((each) => each.id !== id) : list
