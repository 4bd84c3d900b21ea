import type { Ending, Form, Lane, Question } from '@bantam/schema'
import { recall } from '../text/recall.ts'

/** A question as its author knows it: its title in quotes, its id where it has none. */
export const called = ({ id, title }: Pick<Question | Ending, 'id' | 'title'>): string =>
  `“${shortened(recall(title, () => undefined).trim() || title.trim() || id)}”`

/** How the route chooses an ending that no branch does. */
export const calledEnding = ({ endings }: Form, id: string | null): string => {
  const ending = endings.find((one) => one.id === id)
  return ending ? called(ending) : 'the ending that the lane decides'
}

const shortened = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`
}

export const laneNames: { readonly [L in Lane]: string } = {
  sales: 'Sales',
  prospecting: 'Prospecting',
  nurture: 'Nurture',
  disqualified: 'Disqualified',
}
