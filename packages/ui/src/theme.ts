import { computed, effect, signal } from '@preact/signals'

export type ThemeChoice = 'system' | 'light' | 'dark'

const storageKey = 'bantam-theme'
const isSystemDark = signal(false)

/** What the person chose; `system` follows the device. */
export const themeChoice = signal<ThemeChoice>('system')
export const isDark = computed(() =>
  themeChoice.value === 'system' ? isSystemDark.value : themeChoice.value === 'dark',
)

/** Applies the theme to the page and follows the device and other tabs. Call once, before the first render. */
export const startTheme = () => {
  const query = matchMedia('(prefers-color-scheme: dark)')
  isSystemDark.value = query.matches
  query.addEventListener('change', () => (isSystemDark.value = query.matches))
  themeChoice.value = remembered()
  addEventListener('storage', (event) => {
    if (event.key === storageKey) themeChoice.value = remembered()
  })
  effect(() => {
    const page = document.documentElement
    page.classList.toggle('dark', isDark.value)
    page.classList.toggle('light', !isDark.value)
    page.dataset.theme = isDark.value ? 'dark' : 'light'
  })
}

export const chooseTheme = (choice: ThemeChoice) => {
  themeChoice.value = choice
  try {
    localStorage.setItem(storageKey, choice)
  } catch {
    // Storage may be denied; the choice then lasts as long as the page.
  }
}

const remembered = (): ThemeChoice => {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}
