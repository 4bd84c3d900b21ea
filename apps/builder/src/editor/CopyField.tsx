import { Button } from '@bantam/ui'
import { Check, Copy } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

/** A text to take elsewhere: shown whole, copied by one press. */
export const CopyField = ({
  label,
  text,
  help,
}: {
  label: string
  text: string
  help?: string
}) => {
  const id = useId()
  const code = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // Without permission, or on plain http: select it, so that the person's own copy key works.
      if (code.current) getSelection()?.selectAllChildren(code.current)
    }
  }
  return (
    <div class="copy-field">
      <div class="copy-head">
        <h3 id={id}>{label}</h3>
        <Button
          size="small"
          icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          aria-label={isCopied ? `${label} copied` : `Copy: ${label}`}
          onClick={() => void copy()}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <pre tabIndex={0} aria-labelledby={id} role="group">
        <code ref={code}>{text}</code>
      </pre>
      {help ? <p class="ui-quietly">{help}</p> : null}
    </div>
  )
}
