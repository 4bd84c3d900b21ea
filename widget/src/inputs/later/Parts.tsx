import type { AddressPart, ContactPart, QuestionOf } from '@bantam/schema'
import type { TargetedKeyboardEvent } from 'preact'
import { moreWords } from '../../more-words.ts'
import type { Speech } from '../../speech.ts'
import type { Complaint } from '../../visit.ts'
import type { InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import css from './parts.css?inline'
import { addressFields, companyFields, contactFields, type PartField } from './part-fields.ts'
import { partWords } from './part-words.ts'

type PartWords = NonNullable<Speech['parts']>
type PartsKind = 'contact' | 'address' | 'company'

interface Asked<P extends string> {
  /** In the order they are asked. */
  readonly parts: readonly P[]
  readonly required: readonly P[]
  readonly fields: { readonly [part in P]: PartField }
  readonly words: { readonly [part in P]: string }
}

/** Several lines on one screen, each with its own suggestions and its own complaint. */
const partsOf =
  <K extends PartsKind, P extends string>(
    askedBy: (question: QuestionOf<K>, words: PartWords) => Asked<P>,
  ) =>
  (props: InputProps<QuestionOf<K>>) => {
    const { question, draft, change, labels, error, enterKeyHint, speech } = props
    const { parts, required, fields, words } = askedBy(question, speech.parts ?? partWords)
    const written: { readonly [part: string]: unknown } = Object(draft)
    const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } = labels
    return (
      <div
        class="parts"
        role="group"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onKeyDown={toNext}
      >
        {parts.map((part, at) => {
          const { isHalf, ...field } = fields[part]
          const label = words[part]
          const complaint = error && complaintAt(part, error)
          const isMissing = error && required.includes(part) && !written[part]
          // What is said of a question with one line is said beneath it already.
          const shown =
            complaint?.replace(`${label}: `, '') ??
            (isMissing && parts.length > 1 && (speech.more ?? moreWords).missing)
          return (
            <label key={part} class={isHalf ? 'field half' : 'field'}>
              <span>
                {label}
                {required.length > 0 && !required.includes(part) && (
                  <small> {speech.words.optional}</small>
                )}
              </span>
              <input
                {...field}
                aria-required={required.includes(part)}
                aria-invalid={Boolean(shown || isMissing)}
                aria-describedby={shown ? `error-${part}` : isMissing ? 'error' : undefined}
                name={part}
                enterKeyHint={at < parts.length - 1 ? 'next' : enterKeyHint}
                value={String(written[part] ?? '')}
                onInput={({ currentTarget }) => change({ ...written, [part]: currentTarget.value })}
              />
              {shown && (
                <span id={`error-${part}`} class="part-error">
                  {shown}
                </span>
              )}
            </label>
          )
        })}
      </div>
    )
  }

/** A phone's key is called Next: it leads to the next line that is empty, and on where there is none. */
const toNext = (event: TargetedKeyboardEvent<HTMLElement>) => {
  const { key, isComposing, defaultPrevented, currentTarget, target } = event
  if (key !== 'Enter' || isComposing || defaultPrevented) return
  if (!matchMedia('(pointer: coarse)').matches) return
  const lines = [...currentTarget.querySelectorAll('input')]
  const next = lines
    .slice(lines.findIndex((line) => line === target) + 1)
    .find(({ value }) => !value)
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The engine's words for a part begin with its name, which stands above it here. */
const complaintAt = (at: string, { part, message }: Complaint) =>
  part === at ? message : undefined

const allContact = ['firstName', 'lastName', 'email', 'phone', 'company'] as const
const allAddress = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const

const Contact = partsOf<'contact', ContactPart>(
  ({ parts = allContact, requiredParts = [], required }, words) => ({
    parts,
    required: required ? [...requiredParts, leastOf(parts)] : requiredParts,
    fields: contactFields,
    words: words.contact,
  }),
)

/** What a required contact needs in any case. */
const leastOf = (parts: readonly ContactPart[]): ContactPart =>
  parts.includes('email') ? 'email' : (parts[0] ?? 'email')

const Address = partsOf<'address', AddressPart>(
  ({ parts = allAddress, requiredParts = [], required }, words) => ({
    parts,
    required: required ? [...requiredParts, ...parts.slice(0, 1)] : requiredParts,
    fields: addressFields,
    words: words.address,
  }),
)

const Company = partsOf<'company', keyof typeof companyFields>(
  ({ parts = ['name'], required }, words) => ({
    parts,
    required: required ? ['name'] : [],
    fields: companyFields,
    words: words.company,
  }),
)

export const contact: LaterInput<'contact'> = { input: Contact, css }
export const address: LaterInput<'address'> = { input: Address, css }
export const company: LaterInput<'company'> = { input: Company, css }
