import type { Finding, Severity } from '@bantam/engine'
import { Button } from '@bantam/ui'
import { CircleAlert, Lightbulb, TriangleAlert, Wrench } from 'lucide-preact'

interface FindingLineProps {
  finding: Finding
  /** Makes the finding a way to its place. */
  onGo?: (() => void) | undefined
  onFix: () => void
}

/** A finding with its kind as shape and word, and its repair where there is one. */
export const FindingLine = ({ finding, onGo, onFix }: FindingLineProps) => {
  const { severity, message, fix } = finding
  const { Icon, word } = kinds[severity]
  const words = (
    <>
      <Icon aria-hidden="true" />
      <span>
        <b>{word}</b> {message}
      </span>
    </>
  )
  return (
    <li class="finding" data-severity={severity}>
      {onGo ? (
        <button type="button" class="finding-words" onClick={onGo}>
          {words}
        </button>
      ) : (
        <p class="finding-words">{words}</p>
      )}
      {fix ? (
        <Button size="small" icon={<Wrench aria-hidden="true" />} onClick={onFix}>
          {fix.label}
        </Button>
      ) : null}
    </li>
  )
}

const kinds: { readonly [S in Severity]: { Icon: typeof CircleAlert; word: string } } = {
  error: { Icon: CircleAlert, word: 'To correct:' },
  warning: { Icon: TriangleAlert, word: 'To look at:' },
  hint: { Icon: Lightbulb, word: 'Hint:' },
}
