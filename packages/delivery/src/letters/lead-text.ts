import {
  answersShown,
  dueInWords,
  laneWords,
  shortAnswer,
  signed,
  topReasons,
  whoOf,
  type LeadMail,
  type Reason,
} from './lead-mail.ts'
import { zoneInWords } from './moment.ts'

/** The same mail for readers of plain text. */
export const leadText = (mail: LeadMail): string => {
  const { lead, score, lane, opener, due } = mail
  const { word } = laneWords[lane]
  const reasonsIn = (axis: Reason['axis']) =>
    topReasons(mail, axis).map(
      (reason) => `${signed(reason.points).padStart(7)}  ${reason.because}`,
    )
  const paragraphs = [
    [
      `${mail.rep}, ${whoOf(mail)} is yours.`,
      ...(due ? [`${dueInWords(mail)} (${zoneInWords(due.zone)}).`] : []),
      `Take the lead: ${mail.claimUrl}`,
    ],
    [[lead.name, lead.company].filter(Boolean).join(', '), lead.email, lead.phone ?? ''].filter(
      Boolean,
    ),
    [
      `${word} · ${score.label} · fit ${Math.round(score.fit)} · intent ${Math.round(score.intent)}`,
      'Fit',
      ...reasonsIn('fit'),
      'Intent',
      ...reasonsIn('intent'),
    ],
    opener ? ['A way to begin', opener] : [],
    mail.answers.length > 0
      ? [
          `What they said in “${mail.form}”`,
          ...mail.answers
            .slice(0, answersShown)
            .map(({ title, display }) => `\n${title}\n${indented(shortAnswer(display))}`),
          ...(mail.answers.length > answersShown
            ? [`\nand ${mail.answers.length - answersShown} more`]
            : []),
        ]
      : [],
    [`Sent for ${mail.workspace}, because this lead was assigned to you.`],
  ]
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const indented = (words: string): string => words.replace(/^(?=.)/gm, '  ')
