import type { Lane } from '@bantam/schema'
import { momentInWords, type Moment } from './moment.ts'

/** What a rep is told of a lead that is now theirs. All texts are as people wrote them; escaping is done here. */
export interface LeadMail {
  readonly workspace: string
  /** Whom the mail is for. */
  readonly rep: string
  readonly lead: {
    /** Empty when it did not say. */
    readonly name: string
    readonly email: string
    readonly company: string
    readonly phone?: string | undefined
  }
  readonly form: string
  readonly lane: Lane
  readonly score: {
    readonly fit: number
    readonly intent: number
    /** Such as `A1`. */
    readonly label: string
  }
  /** Contributions of both axes in any order; the heaviest three of each are shown. */
  readonly reasons: readonly Reason[]
  readonly answers: readonly { readonly title: string; readonly display: string }[]
  /** A first sentence the rep may use. */
  readonly opener?: string | undefined
  /** When the first touch is due, on the rep's clock. */
  readonly due?: Moment | undefined
  /** Where the rep takes the lead. */
  readonly claimUrl: string
  readonly now: Date
}

export interface Reason {
  readonly axis: 'fit' | 'intent'
  readonly points: number
  readonly because: string
}

/** The lane's word and shape, the same as everywhere else. */
export const laneWords: { readonly [L in Lane]: { word: string; shape: string } } = {
  sales: { word: 'Sales now', shape: '▲' },
  prospecting: { word: 'Prospecting', shape: '◆' },
  nurture: { word: 'Nurture', shape: '●' },
  disqualified: { word: 'Disqualified', shape: '–' },
}

/** Whom it is about in a few words: the name, else the address. */
export const whoOf = ({ lead }: LeadMail): string => lead.name.trim() || lead.email || 'Somebody'

/** `First touch due by 14:35 today`, or that it was due, when the mail comes late. */
export const dueInWords = ({ due, now }: LeadMail): string | undefined => {
  if (!due) return undefined
  const lead = due.at < now ? 'First touch was due at' : 'First touch due by'
  return `${lead} ${momentInWords(due, now)}`
}

/** The heaviest reasons of one axis, for and against alike. */
export const topReasons = ({ reasons }: LeadMail, axis: Reason['axis']): readonly Reason[] =>
  reasons
    .filter((reason) => reason.axis === axis && Math.round(reason.points * 10) !== 0)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, 3)

/** Answers that fit a mail; the rest is a click away. */
export const answersShown = 12
const answerLimit = 600

/** One answer, shortened to what a mail can hold. */
export const shortAnswer = (display: string): string =>
  display.length > answerLimit
    ? `${display.slice(0, answerLimit).replace(brokenEnd, '')}…`
    : display

/** Half a character, or blanks, where a text was cut. */
const brokenEnd = /[\s\ud800-\udbff]+$/

/** `+12.5`, `−4`: whole points without decimals, a real minus sign. */
export const signed = (points: number): string => {
  const rounded = Math.round(Math.abs(points) * 10) / 10
  return `${points < 0 ? '−' : '+'}${rounded}`
}
