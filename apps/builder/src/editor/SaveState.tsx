import { CircleAlert, CloudOff } from 'lucide-preact'
import type { SaveStatus } from './autosave.ts'

/** Whether the work is safe, always in sight and in words. */
export const SaveState = ({ status }: { status: SaveStatus }) => {
  const isTrouble = status.kind !== 'saved' && status.kind !== 'saving'
  const Icon = status.kind === 'retrying' ? CloudOff : CircleAlert
  return (
    <span class="save-state" data-kind={status.kind} role="status">
      {isTrouble ? <Icon size={14} aria-hidden="true" /> : null}
      <span>{saveWords(status)}</span>
    </span>
  )
}

const saveWords = (status: SaveStatus): string => {
  switch (status.kind) {
    case 'saved':
      return `Saved · revision ${status.revision}`
    case 'saving':
      return 'Saving…'
    case 'retrying':
      return status.because === 'offline' ? 'Offline, will retry' : 'Not saved yet, will retry'
    case 'conflict':
      return 'Changed elsewhere'
    case 'signed-out':
      return 'Signed out, not saved'
    case 'refused':
      return 'Not saved'
  }
}
