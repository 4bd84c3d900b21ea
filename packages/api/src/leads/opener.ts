/** What a first message can lean on, each in the lead's own words or choices. */
export interface Known {
  readonly name: string
  readonly company: string
  readonly need: string | undefined
  readonly timeline: string | undefined
}

/** A suggested first message: short, true to the answers, and ending in a question that is easy to answer. */
export const openerFor = ({ name, company, need, timeline }: Known): string => {
  const [firstName = ''] = name.trim().split(/\s+/)
  const greeting = firstName === '' ? 'Hello' : `Hi ${firstName}`
  const place = company === '' ? '' : ` at ${company}`
  const topic = need === undefined ? '' : `you told us about “${brief(need)}”${place}`
  const pace = timeline === undefined ? '' : `you are looking at “${brief(timeline)}”`
  const facts = [topic, pace].filter((fact) => fact !== '').join(', and ')
  const reason =
    facts === ''
      ? `thank you for writing to us${place === '' ? '' : ` from${place.slice(3)}`}`
      : facts
  const question =
    need === undefined
      ? 'What made you look into this now?'
      : 'What would have to be different in a few months for you to call it solved?'
  return `${greeting}, ${reason}. ${question}`
}

const longest = 120
const brief = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
