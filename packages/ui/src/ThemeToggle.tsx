import { Moon, Sun } from 'lucide-preact'
import { IconButton } from './Button.tsx'
import { chooseTheme, isDark } from './theme.ts'

/** Turns light into dark and back; until it is used the page follows the device. */
export const ThemeToggle = () => (
  <IconButton
    label={isDark.value ? 'Use light colours' : 'Use dark colours'}
    icon={isDark.value ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
    onClick={() => chooseTheme(isDark.value ? 'light' : 'dark')}
  />
)
