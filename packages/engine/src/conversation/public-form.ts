import type { Form } from '@bantam/schema'

/**
 * The form as browsers may see it: without the endings that greet a lane (their texts would tell
 * the lanes apart) and without what only scoring and profiling read.
 */
export const publicForm = (form: Form): Form => {
  const endings = form.endings.filter((ending) => ending.for === undefined)
  const secret = form.endings.filter((ending) => ending.for !== undefined)
  const isSecret = (key: string) => secret.some(({ id }) => key.startsWith(`endings.${id}.`))
  const { translations, profiling: _profiling, ...shown } = form
  return {
    ...shown,
    questions: form.questions.map(
      ({ bant: _bant, sensitivity: _sensitivity, remember: _remember, ask: _ask, ...question }) =>
        question,
    ),
    endings,
    ...(translations && {
      translations: Object.fromEntries(
        Object.entries(translations).map(([language, texts]) => [
          language,
          Object.fromEntries(Object.entries(texts).filter(([key]) => !isSecret(key))),
        ]),
      ),
    }),
  }
}
