import { z } from 'zod'
import { Condition } from './condition.ts'
import { FieldName, Id } from './question.ts'
import { Address } from './questions/address.ts'
import { Company } from './questions/company.ts'
import { Consent } from './questions/consent.ts'
import { Contact } from './questions/contact.ts'
import { DateQuestion } from './questions/date.ts'
import { Dropdown } from './questions/dropdown.ts'
import { Email } from './questions/email.ts'
import { FileQuestion } from './questions/file.ts'
import { LongText } from './questions/long-text.ts'
import { Matrix } from './questions/matrix.ts'
import { MultipleChoice } from './questions/multiple-choice.ts'
import { NumberQuestion } from './questions/number.ts'
import { Phone } from './questions/phone.ts'
import { PictureChoice } from './questions/picture-choice.ts'
import { Ranking } from './questions/ranking.ts'
import { Rating } from './questions/rating.ts'
import { Scale } from './questions/scale.ts'
import { Scheduling } from './questions/scheduling.ts'
import { ShortText } from './questions/short-text.ts'
import { SingleChoice } from './questions/single-choice.ts'
import { Statement } from './questions/statement.ts'
import { Website } from './questions/website.ts'
import { YesNo } from './questions/yes-no.ts'
import { Lane } from './scoring.ts'
import { Theme } from './theme.ts'

export const Question = z.discriminatedUnion('kind', [
  ShortText,
  LongText,
  Email,
  Phone,
  Website,
  NumberQuestion,
  SingleChoice,
  MultipleChoice,
  Dropdown,
  PictureChoice,
  YesNo,
  Rating,
  Scale,
  DateQuestion,
  Ranking,
  Matrix,
  Contact,
  Address,
  Company,
  FileQuestion,
  Consent,
  Statement,
  Scheduling,
])
export type Question = z.infer<typeof Question>
export type QuestionKind = Question['kind']
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>

export const Ending = z.strictObject({
  id: Id,
  kind: z.enum(['message', 'redirect', 'booking', 'asset']),
  title: z.string().max(2000),
  body: z.string().max(10_000).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The public lane that this ending greets; such an ending never reaches the browser before the submission. */
  for: Lane.optional(),
})
export type Ending = z.infer<typeof Ending>

export const Calculation = z.strictObject({
  id: Id,
  type: z.enum(['number', 'text']),
  start: z.union([z.number(), z.string()]),
  steps: z.array(
    z.strictObject({
      when: Condition.optional(),
      do: z.enum(['set', 'add', 'subtract', 'multiply', 'divide']),
      value: z.union([z.number(), z.string()]),
    }),
  ),
})
export type Calculation = z.infer<typeof Calculation>

export const ConsentText = z.strictObject({
  purpose: z.string().min(1).max(100),
  text: z.string().max(4000),
  textVersion: z.string().max(100),
})
export type ConsentText = z.infer<typeof ConsentText>

export const Touchpoint = z.enum(['newsletter', 'download', 'webinar', 'demo', 'pricing', 'other'])
export type Touchpoint = z.infer<typeof Touchpoint>

/** How much a form asks of a visitor who comes back; see the engine's profiling. */
export const Profiling = z.strictObject({
  /** New questions asked at most; the touchpoint's own number when absent. */
  budget: z.int().min(0).max(1000).optional(),
  /** Drops optional questions once lane and route cannot change any more; on unless false. */
  stopWhenDecided: z.boolean().optional(),
  /** Keeps asking the BANT questions of who is decided for sales; on unless false. */
  keepBantForSales: z.boolean().optional(),
  /** Days in which the same visitor is not asked optional questions again. */
  restDays: z.number().positive().optional(),
})
export type Profiling = z.infer<typeof Profiling>

/** The document of a form: what a draft holds and what a published version freezes. `schema` is the document's own version. */
export const Form = z
  .strictObject({
    schema: z.literal(1),
    title: z.string().min(1).max(300),
    language: z.string().min(2).max(35),
    touchpoint: Touchpoint.optional(),
    profiling: Profiling.optional(),
    questions: z.array(Question).min(1).max(1000),
    hidden: z.array(FieldName).optional(),
    calculations: z.array(Calculation).optional(),
    consents: z.array(ConsentText).optional(),
    endings: z.array(Ending).min(1),
    translations: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    theme: Theme.optional(),
  })
  .check((context) => {
    const { questions, endings } = context.value
    const repeated = (ids: readonly string[], place: string) =>
      ids.forEach((id, at) => {
        if (ids.indexOf(id) !== at)
          context.issues.push({
            code: 'custom',
            input: id,
            path: [place, at, 'id'],
            message: `the id "${id}" is used twice`,
          })
      })
    repeated(
      questions.map(({ id }) => id),
      'questions',
    )
    repeated(
      endings.map(({ id }) => id),
      'endings',
    )
  })
export type Form = z.infer<typeof Form>
