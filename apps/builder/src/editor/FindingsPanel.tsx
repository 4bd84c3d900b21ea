import type { Severity } from '@bantam/engine'
import { Check, ChevronUp } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { OpenForm } from './document.ts'
import { FindingLine } from './FindingLine.tsx'
import { repair, type PlacedFinding, type Whereabouts } from './findings.ts'

interface FindingsPanelProps {
  open: OpenForm
  onGo: (where: Whereabouts) => void
}

/** What the diagnosis says of the whole form, below its outline: a line that opens into the list. */
export const FindingsPanel = ({ open, onGo }: FindingsPanelProps) => {
  const [isOpen, setOpen] = useState(false)
  const findings = open.diagnosing.findings.value
  if (findings.length === 0) {
    return (
      <p class="findings-none">
        <Check aria-hidden="true" /> Nothing to correct
      </p>
    )
  }
  return (
    <section class="findings" aria-label="Findings">
      <button
        type="button"
        class="findings-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{countsOf(findings)}</span>
        <ChevronUp aria-hidden="true" />
      </button>
      {isOpen ? (
        <ul class="findings-list">
          {findings.map((finding) => (
            <FindingLine
              key={`${finding.code} ${finding.path} ${finding.message}`}
              finding={finding}
              onGo={() => onGo(finding)}
              onFix={() => repair(open.editor, finding)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** "2 to correct, 1 to look at, 3 hints". */
const countsOf = (findings: readonly PlacedFinding[]): string => {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const hints = count('hint')
  return [
    [count('error'), 'to correct'],
    [count('warning'), 'to look at'],
    [hints, hints === 1 ? 'hint' : 'hints'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ')
}
