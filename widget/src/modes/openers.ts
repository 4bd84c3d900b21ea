/** Whether pressing an element of the page opens a form: it says so, or it is a link to the form's name. */
export const isOpenerOf = (element: HTMLElement, formId: string): boolean =>
  element.dataset['bantamOpen'] === formId || element.getAttribute('href') === `#bantam-${formId}`

/** Whether the page has such an element. */
export const hasOpeners = (formId: string): boolean =>
  [...document.querySelectorAll<HTMLElement>('[data-bantam-open], [href^="#bantam-"]')].some(
    (element) => isOpenerOf(element, formId),
  )
