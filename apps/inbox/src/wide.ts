import { signal } from '@preact/signals'

const query = matchMedia('(min-width: 900px)')

/** Whether queue and lead stand side by side; the style sheet breaks at the same width. */
export const isWide = signal(query.matches)
query.addEventListener('change', () => (isWide.value = query.matches))
