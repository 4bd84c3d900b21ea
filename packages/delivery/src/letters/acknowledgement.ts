import { momentExactly, momentInWords, type Moment } from './moment.ts'

/**
 * What a respondent is told. It repeats nothing they typed but a plausible first name: whoever filled in the form may
 * have typed somebody else's address, and must not be able to write them a letter.
 */
export interface Acknowledgement {
  /** The company the form belongs to. */
  readonly workspace: string
  readonly form: string
  /** As typed; left out unless it reads like a name. */
  readonly firstName?: string | undefined
  readonly expects: Expectation
  /** Where answers to the mail go; absent when nobody reads them. */
  readonly replyTo?: string | undefined
  readonly now: Date
}

export type Expectation =
  /** A person gets in touch by then; `person` is the owner's name. */
  | { readonly kind: 'person'; readonly by: Moment; readonly person?: string | undefined }
  /** Nobody is on the clock: something useful will come. */
  | { readonly kind: 'later' }

/** `Thank you, Ada.`, or without the name. */
export const thanks = ({ firstName }: Acknowledgement): string => {
  const name = firstName?.trim() ?? ''
  return nameLike.test(name) ? `Thank you, ${name}.` : 'Thank you.'
}

/** Letters, blanks, hyphens and apostrophes: nothing that could be an address or a sentence. */
const nameLike = /^\p{L}[\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+){0,2}$/u

/** Who gets in touch and by when; the instant is a part of its own, to be set apart. */
export const expectation = ({
  expects,
  workspace,
  now,
}: Acknowledgement): { lead: string; when: string; note: string } => {
  if (expects.kind === 'later') {
    return { lead: `They are with our team at ${workspace}.`, when: '', note: '' }
  }
  const who = expects.person ? `${expects.person} from ${workspace}` : `Somebody from ${workspace}`
  return {
    lead: `${who} will get in touch with you by`,
    when: momentInWords(expects.by, now),
    note: momentExactly(expects.by, now),
  }
}

/** What follows the promise. */
export const afterwards = ({ expects, replyTo }: Acknowledgement): readonly string[] => [
  expects.kind === 'person'
    ? 'There is nothing you need to do until then.'
    : 'There is nothing you need to do. When we have something that fits what you told us, we will write to you.',
  ...(replyTo === undefined
    ? []
    : ['If something changes, or you would like to add something, just reply to this mail.']),
]

/** Why this mail came, for those who did not ask for it. */
export const whyItCame = ({ form, workspace }: Acknowledgement): string =>
  `You get this mail because this address was entered in “${form}” at ${workspace}. If that was not you, you can ignore it.`

/** The same mail for readers of plain text. */
export const acknowledgementText = (mail: Acknowledgement): string => {
  const { lead, when, note } = expectation(mail)
  const promise = when === '' ? lead : `${lead} ${when} (${note}).`
  return `${[`${thanks(mail)} We have your answers.`, promise, ...afterwards(mail), `Kind regards\n${mail.workspace}`, `--\n${whyItCame(mail)}`].join('\n\n')}\n`
}
