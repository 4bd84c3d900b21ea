import type { Form, Question } from '@bantam/schema'

/** A title with its recalls in brackets: "How big is {{company|your company}}?" reads "How big is [your company]?". */
export const plainTitle = (title: string): string =>
  title.replaceAll(/\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g, (_, key: string, fallback?: string) => {
    const words = fallback?.trim() || key.trim()
    return `[${words}]`
  })

/** What a sentence calls a question: its lead property when it fills one, else its title. */
export const nameOf = (question: Question): string =>
  (question.property ? inWords(question.property) : shortened(plainTitle(question.title))) ||
  inWords(question.id)

/** What a jump's target is called. */
export const targetName = (form: Form, target: string): string => {
  const [part, id] = splitRef(target)
  if (part === 'question') {
    const question = form.questions.find((each) => each.id === id)
    return question ? nameOf(question) : 'a removed question'
  }
  const ending = form.endings.find((each) => each.id === id)
  return ending ? `the ending “${shortened(plainTitle(ending.title))}”` : 'a removed ending'
}

/** `question:size` → `['question', 'size']`; only the first colon counts. */
export const splitRef = (ref: string): readonly [string, string] => {
  const at = ref.indexOf(':')
  return [ref.slice(0, at), ref.slice(at + 1)]
}

/** `companySize`, `company-size` → "Company size". */
const inWords = (name: string): string => {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const shortened = (text: string): string =>
  text.length <= 48 ? text : `${text.slice(0, 47).trimEnd()}…`
