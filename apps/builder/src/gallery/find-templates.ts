import type { TemplateItem } from '../client.ts'

/** Those in which every word of the search occurs, in their own order. */
export const findTemplates = (
  templates: readonly TemplateItem[],
  search: string,
): readonly TemplateItem[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return templates.filter(({ name, description, letters }) => {
    const text = [name, description, ...letters].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
