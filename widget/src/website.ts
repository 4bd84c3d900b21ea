import type { Form, Hidden, Page } from '@bantam/schema'

/** Where the form stands, within the lengths that the contract allows. */
export const pageOf = (): Page => {
  const { referrer, title } = document
  return {
    url: location.href.slice(0, 4096),
    ...(referrer && { referrer: referrer.slice(0, 4096) }),
    ...(title && { title: title.slice(0, 500) }),
  }
}

/**
 * Only names that the form declares, from `data-hidden-NAME` or else the page's query: any of them, or those that
 * `data-transitive-search-params` lists.
 */
export const hiddenOf = ({ hidden }: Form, element: HTMLElement): Hidden | undefined => {
  const query = new URLSearchParams(location.search)
  const [first, ...listed] = (element.dataset['transitiveSearchParams'] || 'true').split(/\s*,\s*/)
  const isOpen = (name: string) => first === 'true' || name === first || listed.includes(name)
  const given = hidden?.flatMap((name) => {
    const value =
      element.getAttribute(`data-hidden-${name}`) ?? (isOpen(name) ? query.get(name) : null)
    return value === null ? [] : [[name, value.slice(0, 2048)]]
  })
  return given?.length ? Object.fromEntries(given) : undefined
}
