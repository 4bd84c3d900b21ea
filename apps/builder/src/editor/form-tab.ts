/** What is set for a form as a whole, by the tab that it is set in. */
export type FormTab = 'general' | 'look' | 'languages' | 'data'
