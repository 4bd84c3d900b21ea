/** @jsxRuntime automatic @jsxImportSource preact */
import {
  afterwards,
  expectation,
  thanks,
  whyItCame,
  type Acknowledgement,
} from './acknowledgement.ts'
import { body, Letter, Rows, Section, small, Title } from './Letter.tsx'
import { painted } from './palette.ts'

/** A short letter from the company, not from its software. */
export const AcknowledgementLetter = ({ mail }: { mail: Acknowledgement }) => {
  const { lead, when, note } = expectation(mail)
  return (
    <Letter
      title={`${mail.workspace}: we have your answers`}
      preview={when === '' ? lead : `${lead} ${when}.`}
      head={<span {...painted('ink', { ...body, 'font-weight': '600' })}>{mail.workspace}</span>}
      foot={whyItCame(mail)}
    >
      <Section isFirst>
        <div style={{ padding: '0 0 16px' }}>
          <Title>{thanks(mail)} We have your answers.</Title>
        </div>
        {when === '' ? (
          <p {...painted('ink', { ...body, margin: '0' })}>{lead}</p>
        ) : (
          <Rows>
            <tr>
              <td {...painted('panel', { padding: '16px 20px', 'border-radius': '8px' })}>
                <p {...painted('soft', { ...small, margin: '0 0 4px' })}>{lead}</p>
                <p
                  {...painted('ink', {
                    'font-size': '20px',
                    'line-height': '28px',
                    'font-weight': '600',
                    margin: '0',
                  })}
                >
                  {when}
                </p>
                <p {...painted('soft', { ...small, margin: '0' })}>{note}</p>
              </td>
            </tr>
          </Rows>
        )}
        {[...afterwards(mail), `Kind regards\n${mail.workspace}`].map((sentence) => (
          <p
            key={sentence}
            {...painted('ink', { ...body, margin: '16px 0 0', 'white-space': 'pre-line' })}
          >
            {sentence}
          </p>
        ))}
      </Section>
    </Letter>
  )
}
