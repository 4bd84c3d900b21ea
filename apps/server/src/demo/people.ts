import { createHmac } from 'node:crypto'
import type { Role } from '@bantam/schema'

export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** Plainly made up, one of each role and four to share the leads. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Olive Owner', email: 'owner@demo.example', role: 'owner' },
  { name: 'Max Marketer', email: 'marketer@demo.example', role: 'marketer' },
  { name: 'Sam Manager', email: 'manager@demo.example', role: 'sales-manager' },
  { name: 'Robin Reyes', email: 'robin@demo.example', role: 'rep' },
  { name: 'Riley Kade', email: 'riley@demo.example', role: 'rep' },
  { name: 'Rowan Moss', email: 'rowan@demo.example', role: 'rep' },
  { name: 'Reese Alder', email: 'reese@demo.example', role: 'rep' },
]

/** The same password on each call and another one on each installation. */
export const demoPassword = (secret: Uint8Array, email: string): string => {
  const digest = createHmac('sha256', secret).update(`demo password of ${email}`).digest('hex')
  return `demo-${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}`
}
