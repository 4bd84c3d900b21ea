import { useEffect } from 'preact/hooks'

/** Names the page in the tab and the history. */
export const usePageTitle = (title: string) => {
  useEffect(() => {
    document.title = `${title} · Bantam`
  }, [title])
}
