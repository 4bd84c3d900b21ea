import type { Role } from '@bantam/schema'
import { Button } from '@bantam/ui'
import { Check, Hand, PhoneOutgoing, Sprout, Trophy, X } from 'lucide-preact'
import type { LeadItem } from '../client.ts'

/** What a person may do to a lead; some are done at once, some ask first. */
export type Deed = 'claim' | 'touch' | 'accept' | 'reject' | 'nurture' | 'convert'

interface ActionBarProps {
  lead: LeadItem
  user: Actor
  onDeed: (deed: Deed) => void
}

/** Who is looking: marketers read, the others act. */
export interface Actor {
  id: string
  role: Role
}

/** The next step first and alone in colour; the others beside it, each with its key. */
export const ActionBar = ({ lead, user, onDeed }: ActionBarProps) => {
  const possible = deedsFor(lead, user)
  const next = possible.find((deed) => forward.includes(deed))
  return possible.length === 0 ? null : (
    <div class="action-bar" role="group" aria-label="What to do with this lead">
      {possible.map((deed) => {
        const { label, key, Icon } = deeds[deed]
        return (
          <Button
            key={deed}
            tone={deed === next ? 'primary' : 'plain'}
            icon={<Icon aria-hidden="true" />}
            shortcut={key}
            onClick={() => onDeed(deed)}
            data-deed={deed}
          >
            {label}
          </Button>
        )
      })}
    </div>
  )
}

const deeds = {
  claim: { label: 'Claim', key: 'M', Icon: Hand },
  touch: { label: 'Contacted', key: 'T', Icon: PhoneOutgoing },
  accept: { label: 'Accept', key: 'A', Icon: Check },
  convert: { label: 'Convert', key: 'C', Icon: Trophy },
  nurture: { label: 'Nurture', key: 'N', Icon: Sprout },
  reject: { label: 'Reject', key: 'R', Icon: X },
} as const satisfies { [D in Deed]: unknown }

/** What is left to do with a lead in this state, in the order of a normal day. */
export const deedsFor = (lead: LeadItem, user: Actor): Deed[] => {
  if (user.role === 'marketer') return []
  if (!lead.isOpen) return lead.stage === 'won' || lead.stage === 'lost' ? [] : ['accept']
  const isAccepted = lead.stage === 'sal' || isConverted(lead)
  const possible: { [D in Deed]: boolean } = {
    // Whose it is by their own word, only they give away.
    claim: lead.claimedAt === null,
    touch: lead.touchedAt === null,
    accept: !isAccepted,
    convert: !isConverted(lead),
    nurture: true,
    reject: !isConverted(lead),
  }
  return order.filter((deed) => possible[deed])
}

/** Deeds that bring a lead closer to a sale; the rest are never the one in colour. */
const forward: readonly Deed[] = ['claim', 'touch', 'accept', 'convert']
const order: readonly Deed[] = ['claim', 'touch', 'accept', 'convert', 'nurture', 'reject']
const isConverted = ({ stage }: LeadItem) => stage === 'sql' || stage === 'opportunity'
