import { isBag } from './typeform/json.ts'

/** Products whose definitions are told apart. */
export type Source = 'bantam' | 'typeform' | 'surveyjs' | 'typebot' | 'formio'

/** Which product a document is a definition of, by the lists that only its definitions have. */
export const sourceOf = (document: unknown): Source | undefined => {
  if (!isBag(document)) return undefined
  return signs.find(({ keys }) => keys.every((key) => Array.isArray(document[key])))?.source
}

const signs: readonly { readonly source: Source; readonly keys: readonly string[] }[] = [
  { source: 'bantam', keys: ['questions', 'endings'] },
  { source: 'typeform', keys: ['fields'] },
  { source: 'surveyjs', keys: ['pages'] },
  { source: 'typebot', keys: ['groups', 'edges'] },
  { source: 'formio', keys: ['components'] },
  { source: 'surveyjs', keys: ['elements'] },
  { source: 'surveyjs', keys: ['questions'] },
]

/** What such a document is, and what to do with it, to end a sentence with. */
export const sourceWords: { readonly [S in Source]: string } = {
  bantam: 'a form of this product; use `import bantam`',
  typeform: 'a Typeform definition; use `import typeform`',
  surveyjs: 'a SurveyJS definition; use `import surveyjs`',
  typebot: 'a flow of Typebot, which cannot be imported',
  formio: 'a definition of Form.io, which cannot be imported',
}
