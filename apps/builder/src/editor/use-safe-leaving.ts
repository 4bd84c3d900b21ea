import { useEffect } from 'preact/hooks'
import type { OpenForm } from './document.ts'

/** Sends what is unsent when the window is hidden or the network returns, and asks before work would be lost. */
export const useSafeLeaving = ({ autosave, status }: OpenForm) => {
  useEffect(() => {
    const life = new AbortController()
    const { signal } = life
    const flush = () => void autosave.flush()
    addEventListener('online', flush, { signal })
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'hidden' && flush(),
      { signal },
    )
    addEventListener(
      'beforeunload',
      (event) => {
        if (status.peek().kind !== 'saved') event.preventDefault()
      },
      { signal },
    )
    return () => life.abort()
  }, [autosave, status])
}
