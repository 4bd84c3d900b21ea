import { Banner } from '@bantam/ui'
import { CircleAlert, CloudOff } from 'lucide-preact'
import type { SaveStatus } from './autosave.ts'

interface EditorBannerProps {
  status: SaveStatus
  /** Opens the choice between one's own version and theirs. */
  onResolve: () => void
}

/** What stands between the work and its safety, and what to do; nothing while all is well. */
export const EditorBanner = ({ status, onResolve }: EditorBannerProps) => {
  switch (status.kind) {
    case 'retrying':
      return (
        <Banner tone="warning" icon={<CloudOff aria-hidden="true" />}>
          {status.because === 'offline'
            ? 'You are offline. Keep this window open: changes are kept here and saved when the connection returns.'
            : 'The server does not take changes right now. They are kept here and sent again by themselves.'}
        </Banner>
      )
    case 'conflict':
      return (
        <Banner tone="warning" icon={<CircleAlert aria-hidden="true" />}>
          Someone else changed this form, so nothing is saved here now.{' '}
          <button type="button" class="text-button" onClick={onResolve}>
            Choose a version
          </button>
        </Banner>
      )
    case 'signed-out':
      return (
        <Banner tone="warning" icon={<CircleAlert aria-hidden="true" />}>
          You were signed out.{' '}
          <a href="/" target="_blank">
            Sign in in another window
          </a>
          , then change anything here to save.
        </Banner>
      )
    case 'refused':
      return (
        <Banner tone="warning" icon={<CircleAlert aria-hidden="true" />}>
          The server did not take the last change: {status.errors[0]?.message ?? status.message}
        </Banner>
      )
    default:
      return null
  }
}
