import { AppShell, Avatar, Menu, showToast, ThemeToggle } from '@bantam/ui'
import { useQueryClient } from '@tanstack/preact-query'
import { FileText, Inbox, LogOut } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { client } from '../client.ts'
import { useSession } from '../session.ts'
import { roleNames } from './roles.ts'

/** The frame of every page but the editor, which needs the whole window. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <AppShell
    home={{ href: '/', label: 'Bantam' }}
    sections={[
      {
        id: 'forms',
        label: 'Forms',
        href: '/',
        icon: <FileText aria-hidden="true" />,
        isCurrent: true,
      },
      {
        id: 'inbox',
        label: 'Inbox',
        href: '/inbox/',
        icon: <Inbox aria-hidden="true" />,
        isCurrent: false,
      },
    ]}
    foot={
      <>
        <ThemeToggle />
        <Account />
      </>
    }
  >
    {children}
  </AppShell>
)

const Account = () => {
  const { user, workspace, role } = useSession()
  const queryClient = useQueryClient()
  const signOut = () =>
    client.signOut().then(
      () => {
        queryClient.clear()
        location.assign('/')
      },
      (error: Error) => showToast({ tone: 'danger', text: error.message }),
    )
  return (
    <Menu
      label="Account"
      placement="above-start"
      trigger={<Avatar name={user.name} />}
      head={
        <>
          <b>{user.name}</b>
          <small class="account-place">
            {roleNames[role]} · {workspace.name}
          </small>
        </>
      }
      items={[
        {
          id: 'sign-out',
          label: 'Sign out',
          icon: <LogOut aria-hidden="true" />,
          run: () => void signOut(),
        },
      ]}
    />
  )
}
