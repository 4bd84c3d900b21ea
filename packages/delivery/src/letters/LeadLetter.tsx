/** @jsxRuntime automatic @jsxImportSource preact */
import { body, ButtonLink, Heading, Letter, Rows, Section, small, Title } from './Letter.tsx'
import {
  answersShown,
  dueInWords,
  laneWords,
  shortAnswer,
  topReasons,
  whoOf,
  type LeadMail,
} from './lead-mail.ts'
import { zoneInWords } from './moment.ts'
import { painted } from './palette.ts'
import { ScoreBar } from './ScoreBar.tsx'

/** What a rep reads on the way to the phone: who, by when, why, what they said, how to begin. */
export const LeadLetter = ({ mail }: { mail: LeadMail }) => (
  <Letter
    title={`New lead: ${whoOf(mail)}`}
    preview={[dueInWords(mail), mail.opener].filter(Boolean).join('. ')}
    head={<Comb />}
    foot={`Sent for ${mail.workspace}, because this lead was assigned to you, ${mail.rep}.`}
  >
    <Section isFirst>
      <Who mail={mail} />
    </Section>
    <Section>
      <Heading>Why this score</Heading>
      <ScoreBar axis="fit" value={mail.score.fit} reasons={topReasons(mail, 'fit')} />
      <div style={{ height: '16px', 'line-height': '16px' }}>&nbsp;</div>
      <ScoreBar axis="intent" value={mail.score.intent} reasons={topReasons(mail, 'intent')} />
    </Section>
    {mail.opener && (
      <Section>
        <Heading>A way to begin</Heading>
        <Said words={mail.opener} />
      </Section>
    )}
    {mail.answers.length > 0 && (
      <Section>
        <Answers mail={mail} />
      </Section>
    )}
  </Letter>
)

const Who = ({ mail }: { mail: LeadMail }) => {
  const { lead, lane, score, due } = mail
  const { word, shape } = laneWords[lane]
  return (
    <>
      <span {...painted(lane, { ...small, ...chip })}>
        {shape}&nbsp;{word} · {score.label}
      </span>
      <div style={{ padding: '12px 0 4px' }}>
        <Title>{whoOf(mail)}</Title>
      </div>
      {lead.company && <Said words={lead.company} />}
      {lead.email && (
        <PlainLink href={`mailto:${encodeURIComponent(lead.email)}`} words={lead.email} />
      )}
      {lead.phone && (
        <PlainLink href={`tel:${lead.phone.replace(/[^\d+]/g, '')}`} words={lead.phone} />
      )}
      <Rows style={{ padding: '20px 0 0' }}>
        <tr>
          <td style={{ padding: '0 0 16px' }}>
            {due && (
              <p {...painted('ink', { ...body, margin: '0', 'font-weight': '600' })}>
                {dueInWords(mail)}{' '}
                <span {...painted('soft', { 'font-weight': '400', 'white-space': 'nowrap' })}>
                  ({zoneInWords(due.zone)})
                </span>
              </p>
            )}
          </td>
        </tr>
        <tr>
          <td>
            <ButtonLink href={mail.claimUrl}>Take this lead</ButtonLink>
          </td>
        </tr>
      </Rows>
    </>
  )
}

const Answers = ({ mail }: { mail: LeadMail }) => {
  const hidden = mail.answers.length - answersShown
  return (
    <>
      <Heading>What they said in “{mail.form}”</Heading>
      {mail.answers.slice(0, answersShown).map(({ title, display }, index) => (
        <div key={title} style={{ padding: index === 0 ? '0' : '14px 0 0' }}>
          <p
            dir="auto"
            {...painted('soft', { ...small, margin: '0', 'overflow-wrap': 'anywhere' })}
          >
            {title}
          </p>
          <Said words={shortAnswer(display)} />
        </div>
      ))}
      {hidden > 0 && (
        <div style={{ padding: '14px 0 0' }}>
          <PlainLink
            href={mail.claimUrl}
            words={`${hidden} more ${hidden === 1 ? 'answer' : 'answers'} in the inbox`}
          />
        </div>
      )}
    </>
  )
}

/** Words a person typed, in whichever direction they run, with their line breaks. */
const Said = ({ words }: { words: string }) => (
  <p
    dir="auto"
    {...painted('ink', {
      ...body,
      margin: '0',
      'white-space': 'pre-line',
      'overflow-wrap': 'anywhere',
    })}
  >
    {words}
  </p>
)

const PlainLink = ({ href, words }: { href: string; words: string }) => (
  <p {...painted('soft', { ...body, margin: '0', 'overflow-wrap': 'anywhere' })}>
    <a href={href} {...painted('soft', { 'text-decoration': 'underline' })}>
      {words}
    </a>
  </p>
)

/** The mark, drawn with cells so that it needs no image: three points of a comb. */
const Comb = () => (
  <table role="presentation" cellPadding="0" cellSpacing="0" aria-hidden="true">
    <tbody>
      <tr>
        {['10px', '16px', '12px'].map((height) => (
          <td key={height} style={{ 'vertical-align': 'bottom', padding: '0 1px 0 0' }}>
            <div
              {...painted('intent', { width: '6px', height, 'border-radius': '3px 3px 1px 1px' })}
            ></div>
          </td>
        ))}
        <td
          {...painted('ink', {
            ...small,
            'font-weight': '600',
            padding: '0 0 0 8px',
            'vertical-align': 'bottom',
          })}
        >
          Bantam
        </td>
      </tr>
    </tbody>
  </table>
)

const chip = {
  display: 'inline-block',
  padding: '2px 10px',
  'border-radius': '8px',
  'font-weight': '600',
} as const
