import type { LeadItem, LeadRequest, Lead } from '../client.ts'
import { ConvertDialog } from './ConvertDialog.tsx'
import { NurtureDialog } from './NurtureDialog.tsx'
import { RejectDialog } from './RejectDialog.tsx'

/** The dispositions that need an answer before they are done. */
export type Question = 'reject' | 'nurture' | 'convert'

export interface DialogProps {
  lead: LeadItem | Lead
  onDecide: (request: LeadRequest) => void
  onClose: () => void
}

export const ActionDialog = ({ question, ...rest }: DialogProps & { question: Question }) => {
  const Chosen = dialogs[question]
  return <Chosen {...rest} />
}

const dialogs = { reject: RejectDialog, nurture: NurtureDialog, convert: ConvertDialog } as const
