import { useState } from 'preact/hooks'

/**
 * A text under the pen. What `complain` finds nothing wrong with reaches the document at once; a text that it
 * refuses stays in the field with the reason, and the document keeps the last good one.
 */
export const useRefusable = (
  value: string,
  {
    complain,
    onEdit,
  }: { complain: (text: string) => string | undefined; onEdit: (text: string) => void },
) => {
  const [refused, setRefused] = useState<{ text: string; beside: string; why: string }>()
  const shown = refused?.beside === value ? refused : undefined
  return {
    value: shown?.text ?? value,
    error: shown?.why,
    onValue(text: string) {
      const why = complain(text)
      setRefused(why === undefined ? undefined : { text, beside: value, why })
      if (why === undefined) onEdit(text)
    },
  }
}
