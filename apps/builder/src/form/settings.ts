import type { QuestionField } from '@bantam/editing'
import type { Question, QuestionKind } from '@bantam/schema'

/** One thing that may be set of a question, and the control that sets it. */
export interface Setting {
  readonly field: QuestionField
  readonly label: string
  readonly control: 'text' | 'number' | 'date' | 'flag' | 'steps'
  readonly help?: string
  readonly placeholder?: string
  /** How many of the document's units one counted by people is. */
  readonly unit?: number
  /** The whole numbers offered by `steps`, both included. */
  readonly range?: readonly [from: number, to: number]
}

const placeholder: Setting = {
  control: 'text',
  field: 'placeholder',
  label: 'Placeholder',
  help: 'Shown in the field while it is empty.',
}
const other: Setting = {
  control: 'flag',
  field: 'other',
  label: 'Offer “Other”',
  help: 'Visitors may write what is not among the choices.',
}
const texts: readonly Setting[] = [
  placeholder,
  { control: 'number', field: 'validation.minLength', label: 'At least (characters)' },
  { control: 'number', field: 'validation.maxLength', label: 'At most (characters)' },
  {
    control: 'text',
    field: 'validation.pattern',
    label: 'Pattern',
    placeholder: '[A-Z]{2}-\\d{4}',
    help: 'An expression that the whole answer must match.',
  },
  {
    control: 'text',
    field: 'validation.patternHint',
    label: 'Said when it does not match',
    placeholder: 'Please write it like AB-1234.',
  },
]
const numbers: readonly Setting[] = [
  { control: 'number', field: 'validation.min', label: 'At least' },
  { control: 'number', field: 'validation.max', label: 'At most' },
]
const days: readonly Setting[] = [
  { control: 'date', field: 'validation.min', label: 'Not before' },
  { control: 'date', field: 'validation.max', label: 'Not after' },
]
const business: Setting = {
  control: 'flag',
  field: 'validation.business',
  label: 'Work addresses only',
  help: 'Refuses free and disposable mail.',
}
/** What each kind has of its own, beside the lists and parts that have editors of their own. */
export const settings: { readonly [K in QuestionKind]: readonly Setting[] } = {
  'short-text': texts,
  'long-text': texts,
  email: [placeholder, business],
  phone: [
    placeholder,
    {
      control: 'text',
      field: 'validation.country',
      label: 'Country',
      placeholder: 'DE',
      help: 'Two letters; assumed where a number has no country code.',
    },
  ],
  website: [placeholder],
  number: [
    placeholder,
    { control: 'text', field: 'unit', label: 'Unit', placeholder: 'seats' },
    ...numbers,
    { control: 'flag', field: 'validation.integer', label: 'Whole numbers only' },
  ],
  'single-choice': [other],
  'multiple-choice': [other, ...picked('picked')],
  dropdown: [placeholder, other],
  'picture-choice': [other],
  'yes-no': [],
  rating: [{ control: 'steps', field: 'steps', label: 'Stars', range: [2, 10] }],
  scale: [
    { control: 'steps', field: 'from', label: 'From', range: [0, 1] },
    { control: 'steps', field: 'to', label: 'To', range: [2, 10] },
    { control: 'text', field: 'labels.low', label: 'Low end', placeholder: 'Not at all likely' },
    { control: 'text', field: 'labels.high', label: 'High end', placeholder: 'Very likely' },
  ],
  date: days,
  ranking: picked('ranked'),
  matrix: [],
  contact: [business],
  address: [],
  company: [],
  file: [
    {
      control: 'number',
      field: 'validation.maxBytes',
      label: 'Largest size (MB)',
      unit: 1024 * 1024,
      placeholder: '10',
      help: 'At most 25.',
    },
  ],
  consent: [],
  statement: [{ control: 'text', field: 'button', label: 'Button', placeholder: 'Continue' }],
  scheduling: [
    {
      control: 'text',
      field: 'url',
      label: 'Booking page',
      placeholder: 'https://',
    },
    { control: 'text', field: 'button', label: 'Button', placeholder: 'Choose a time' },
  ],
}

function picked(word: string): readonly Setting[] {
  return [
    { control: 'number', field: 'validation.min', label: `At least (${word})` },
    { control: 'number', field: 'validation.max', label: `At most (${word})` },
  ]
}

/** What a question holds under a field's name, `validation.max` one level down. */
export const settingOf = (question: Question, field: string): unknown => {
  const [outer = '', inner] = field.split('.')
  const value: unknown = Reflect.get(question, outer)
  return inner === undefined ? value : Reflect.get(Object(value), inner)
}
