export { AppShell, type AppSection, type AppShellProps } from './AppShell.tsx'
export { Avatar, initialsOf } from './Avatar.tsx'
export { Bars, type BarsProps } from './Bars.tsx'
export {
  Button,
  IconButton,
  LinkButton,
  type ButtonProps,
  type IconButtonProps,
  type LinkButtonProps,
} from './Button.tsx'
export { Checkbox, type CheckboxProps } from './Checkbox.tsx'
export { Chip, type ChipProps, type ChipTone } from './Chip.tsx'
export { useClock } from './clock.ts'
export {
  Countdown,
  countdownState,
  countdownWords,
  durationWords,
  type CountdownProps,
} from './Countdown.tsx'
export { Dialog, type DialogProps } from './Dialog.tsx'
export { Field, type FieldControl, type FieldProps } from './Field.tsx'
export { Kbd } from './Kbd.tsx'
export { List, ListRow, Table, type ListRowProps, type TableProps } from './List.tsx'
export { Mark } from './Mark.tsx'
export { Menu, type MenuItem, type MenuProps } from './Menu.tsx'
export { Panel, type PanelProps } from './Panel.tsx'
export { SearchField, type SearchFieldProps } from './SearchField.tsx'
export { Select, type SelectProps } from './Select.tsx'
export { Shape, type ShapeName } from './Shape.tsx'
export {
  Banner,
  EmptyState,
  ErrorState,
  Skeleton,
  type BannerProps,
  type EmptyStateProps,
  type ErrorStateProps,
} from './States.tsx'
export { Tabs, type TabsProps } from './Tabs.tsx'
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './TextField.tsx'
export { chooseTheme, isDark, startTheme, themeChoice, type ThemeChoice } from './theme.ts'
export { ThemeToggle } from './ThemeToggle.tsx'
export { showToast, ToastRegion, type Toast } from './Toasts.tsx'
