import { Checkbox } from '@bantam/ui'
import type { Protection } from './protection.ts'

export const ProtectionSwitch = ({ protection }: { protection: Protection }) => (
  <section class="inspector-part">
    <h3>Spam</h3>
    <Checkbox
      label="Protect this form against spam"
      help="Visitors see nothing of it: their browser works for a moment while they answer, and a slow phone may take a moment longer to send. Takes effect at once, without publishing."
      isChecked={protection.asksProof.value}
      onChecked={(isChecked) => void protection.set(isChecked)}
    />
    {protection.problem.value === undefined ? null : (
      <p class="notice" role="alert">
        {protection.problem.value}
      </p>
    )}
  </section>
)
