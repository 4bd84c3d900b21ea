import { render } from 'preact-render-to-string'
import { headerText } from '../mail/header-text.ts'
import { acknowledgementText, type Acknowledgement } from './acknowledgement.ts'
import { AcknowledgementLetter } from './AcknowledgementLetter.tsx'
import { whoOf, type LeadMail } from './lead-mail.ts'
import { leadText } from './lead-text.ts'
import { LeadLetter } from './LeadLetter.tsx'
import { clockOf } from './moment.ts'

export interface RenderedMail {
  /** Fit for a header. */
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** The mail that hands a lead to its owner. */
export const renderLeadMail = (mail: LeadMail): RenderedMail => ({
  subject: leadSubject(mail),
  html: `<!doctype html>${render(LeadLetter({ mail }))}`,
  text: leadText(mail),
})

/** The mail that confirms a submission and says when to expect what. */
export const renderAcknowledgement = (mail: Acknowledgement): RenderedMail => ({
  subject: headerText(`${headerText(mail.workspace, 50)}: we have your answers`),
  html: `<!doctype html>${render(AcknowledgementLetter({ mail }))}`,
  text: acknowledgementText(mail),
})

const leadSubject = (mail: LeadMail): string => {
  const who = [headerText(whoOf(mail), 50), headerText(mail.lead.company, 40)]
    .filter(Boolean)
    .join(', ')
  const due = mail.due ? `, due ${clockOf(mail.due)}` : ''
  return headerText(`New lead: ${who} (${mail.score.label}${due})`)
}
