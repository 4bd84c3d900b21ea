import { IconButton, LinkButton, Panel, showToast } from '@bantam/ui'
import { Copy, Mail, Phone } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { Lead } from '../client.ts'

/** How to reach them, and the opener to start with. */
export const Contact = ({ lead }: { lead: Lead }) => {
  const phone = lead.properties.phone?.display ?? ''
  // The latest answers stand in full beside this panel; here is who they are, and what was known before.
  const others = Object.entries(lead.properties).filter(
    ([name, { submissionId }]) =>
      !shownAbove.includes(name) &&
      (whoTheyAre.includes(name) || submissionId !== lead.submissionId),
  )
  return (
    <Panel title="Contact">
      <div class="contact">
        {lead.email === '' ? null : (
          <Way
            text={lead.email}
            href={mailAddress(lead)}
            label="Write"
            icon={<Mail aria-hidden="true" />}
          />
        )}
        {phone === '' ? null : (
          <Way
            text={phone}
            href={`tel:${phone.replace(/[^\d+]/g, '')}`}
            label="Call"
            icon={<Phone aria-hidden="true" />}
          />
        )}
        {lead.email === '' && phone === '' ? (
          <p class="ui-quietly">They left neither an email nor a phone number.</p>
        ) : null}
        <dl class="facts">
          {lead.company === '' ? null : <Fact name="Company" value={lead.company} />}
          {others.map(([name, { display }]) => (
            <Fact key={name} name={propertyWords(name)} value={display} />
          ))}
          <Fact name="Source" value={lead.source || 'Not known'} />
          <Fact name="Submissions" value={String(lead.submissions)} />
        </dl>
      </div>
    </Panel>
  )
}

const Way = ({
  text,
  href,
  label,
  icon,
}: {
  text: string
  href: string
  label: string
  icon: ComponentChildren
}) => (
  <div class="contact-way">
    <span class="ui-ellipsis" title={text} dir="ltr">
      {text}
    </span>
    <IconButton
      label={`Copy ${text}`}
      size="small"
      icon={<Copy aria-hidden="true" />}
      onClick={() => void copy(text)}
    />
    <LinkButton size="small" href={href} icon={icon}>
      {label}
    </LinkButton>
  </div>
)

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd dir="auto">{value}</dd>
  </div>
)

export const Opener = ({ text }: { text: string }) =>
  text === '' ? null : (
    <section class="opener" aria-label="Suggested opener">
      <header>
        <h2>Suggested opener</h2>
        <IconButton
          label="Copy the opener"
          size="small"
          icon={<Copy aria-hidden="true" />}
          onClick={() => void copy(text)}
        />
      </header>
      <p dir="auto">{text}</p>
    </section>
  )

const copy = async (text: string) => {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ text: 'Copied', seconds: 2 })
  } catch {
    showToast({
      text: 'The browser did not allow copying. Select the text and copy it yourself.',
      tone: 'danger',
    })
  }
}

const mailAddress = (lead: Lead): string => {
  const fields = [
    `subject=${encodeURIComponent(lead.form.title)}`,
    ...(lead.opener === '' ? [] : [`body=${encodeURIComponent(lead.opener)}`]),
  ]
  return `mailto:${encodeURIComponent(lead.email).replace('%40', '@')}?${fields.join('&')}`
}

const shownAbove: readonly string[] = ['email', 'phone', 'company', 'name', 'firstName', 'lastName']

const whoTheyAre: readonly string[] = ['role', 'jobTitle', 'companySize', 'industry', 'country']

/** `companySize` → "Company size". */
const propertyWords = (name: string): string => {
  const words = name
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
