import { showToast } from '@bantam/ui'
import { client } from '../client.ts'
import type { OpenForm } from './document.ts'

/** Downloads the draft as a file, with its last changes. */
export const exportDraft = async (open: OpenForm): Promise<void> => {
  const revision = await open.autosave.flush()
  if (revision === undefined) {
    showToast({
      tone: 'danger',
      text: 'The last changes could not be saved yet, so the file would miss them. Try again.',
    })
    return
  }
  const link = document.createElement('a')
  link.href = client.exportUrl(open.id)
  link.download = ''
  link.click()
}
