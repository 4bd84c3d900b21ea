import { Checkbox } from '@bantam/ui'
import type { Protection } from './protection.ts'

export const ProtectionSwitch = ({ protection }: { protection: Protection }) => (
  <section class="inspector-part">
    <h3>Spam</h3>
    <Checkbox
      label="Protect this form against spam"
      help="Every visitor’s browser works for a moment while they answer; programs that send in bulk find it dear. Takes effect at once. Programs that fill in hidden fields are always turned away."
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
