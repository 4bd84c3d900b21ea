import type { Appliers } from './appliers.ts'
import { isObject, partOf } from './check.ts'
import { formChecks } from './form-checks.ts'
import { withField } from './with-field.ts'

/** What a form is apart from its lists. */
export const applyToForm: Appliers<'setForm' | 'setTheme' | 'setTranslation' | 'setTranslations'> =
  {
    setForm: (form, { field, value }) => withField(form, { field, value, checks: formChecks }),
    setTheme: (form, { name, value }) =>
      withField(form, {
        field: 'theme',
        value: withEntry(form.theme ?? {}, { name, value }),
        checks: formChecks,
      }),
    setTranslation: (form, { language, key, text }) => {
      const texts = partOf(form.translations ?? {}, language)
      return withField(form, {
        field: 'translations',
        value: withEntry(form.translations ?? {}, {
          name: language,
          value: isObject(texts)
            ? (withEntry(texts, { name: key, value: text || undefined }) ?? {})
            : withEntry({}, { name: key, value: text || undefined }),
        }),
        checks: formChecks,
      })
    },
    setTranslations: (form, { language, texts }) =>
      withField(form, {
        field: 'translations',
        value: withEntry(form.translations ?? {}, { name: language, value: texts }),
        checks: formChecks,
      }),
  }

/** With an entry set, or removed when undefined; undefined when none is left. */
const withEntry = (
  entries: object,
  { name, value }: { name: string; value: unknown },
): object | undefined => {
  const others = Object.entries(entries).filter(([key]) => key !== name)
  const all = value === undefined ? others : [...others, [name, value]]
  return all.length === 0 ? undefined : Object.fromEntries(all)
}
