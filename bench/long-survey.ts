/** As many questions as the longest real definition that was found has fields, and as many rules. */
export const QUESTIONS = 389
export const RULES = 291

/**
 * A SurveyJS definition of that length: single and multiple choices, ratings and numbers in pages,
 * three in four of them shown only when conditions on one to three earlier answers hold.
 */
export const longSurvey = () => {
  const elements = Array.from({ length: QUESTIONS }, (_, at) => questionAt(at))
  return {
    title: 'A long survey',
    pages: Array.from({ length: Math.ceil(QUESTIONS / 20) }, (_, page) => ({
      name: `page${page}`,
      elements: elements.slice(page * 20, (page + 1) * 20),
    })),
  }
}

/** The answer that question gets in every run: half of what rules ask for holds. */
export const answerAt = (at: number): string | number | string[] => {
  const draw = (at * 7919) % 101
  return [values[draw % 4] ?? '', draw % 2 ? ['a', 'b'] : ['c'], 1 + (draw % 5), draw][at % 4] ?? ''
}

const values = ['a', 'b', 'c', 'd']

const questionAt = (at: number) => {
  const isRuled = Math.floor(((at + 1) * RULES) / QUESTIONS) > Math.floor((at * RULES) / QUESTIONS)
  return {
    name: `q${at}`,
    title: `Question ${at + 1}`,
    ...kindAt(at),
    ...(isRuled && at > 0 && { visibleIf: ruleAt(at) }),
  }
}

const kindAt = (at: number) =>
  [
    { type: 'radiogroup', choices: values },
    { type: 'checkbox', choices: values },
    { type: 'rating', rateType: 'stars', rateCount: 5 },
    { type: 'text', inputType: 'number' },
  ][at % 4]

/** Reads up to three of the questions before. */
const ruleAt = (at: number): string =>
  Array.from({ length: 1 + (at % 3) }, (_, part) => testOf((at * 31 + part * 17) % at)).join(
    at % 2 ? ' or ' : ' and ',
  )

const testOf = (at: number): string =>
  [
    `{q${at}} <> 'd'`,
    `{q${at}} anyof ['a', 'c']`,
    `{q${at}} >= 2`,
    `({q${at}} > 10 or {q${at}} empty)`,
  ][at % 4] ?? ''
