import { Avatar, Menu } from '@bantam/ui'
import { Keyboard, LogOut } from 'lucide-preact'
import { signOut, type Session } from './client.ts'
import { roles } from './words.ts'

interface AccountProps {
  session: Session
  onKeys: () => void
  onSignedOut: () => void
}

export const Account = ({ session, onKeys, onSignedOut }: AccountProps) => (
  <div class="account">
    <Menu
      label={`Account of ${session.user.name}`}
      trigger={<Avatar name={session.user.name} />}
      placement="above-start"
      head={
        <>
          <b dir="auto">{session.user.name}</b>
          <p class="ui-quietly">{session.user.email}</p>
          <p class="ui-quietly">
            {roles[session.role]}, {session.workspace.name}
          </p>
        </>
      }
      items={[
        { id: 'keys', label: 'Keys', icon: <Keyboard aria-hidden="true" />, run: onKeys },
        {
          id: 'sign-out',
          label: 'Sign out',
          icon: <LogOut aria-hidden="true" />,
          run: () => void signOut().then(onSignedOut, onSignedOut),
        },
      ]}
    />
  </div>
)
