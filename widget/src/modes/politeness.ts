import type { Options } from '../options.ts'

/**
 * Whether this is no moment to open unasked: something modal is open, another form is, the visitor writes, or looks at
 * another tab.
 */
export const isBusy = (formId: string, { respectOpenModals = 'all' }: Options): boolean =>
  document.hidden ||
  document.activeElement?.matches(writable) === true ||
  (respectOpenModals === 'same' ? isOpen(formId) : isOpen() || hasModal())

const writable = 'input, textarea, select, iframe, [contenteditable]'

const isOpen = (formId?: string) =>
  [...document.querySelectorAll<HTMLElement>('bantam-form[open]')].some(
    (form) => !formId || [form.dataset['form'], form.getAttribute('form')].includes(formId),
  )

const hasModal = () =>
  [...document.querySelectorAll('dialog:modal, [aria-modal="true"]')].some((modal) =>
    modal.checkVisibility({ visibilityProperty: true }),
  )
