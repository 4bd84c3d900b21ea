import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id } from './question.ts'
import { Lane } from './scoring.ts'

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'must be HH:MM, up to 24:00' })
/** From and to, local wall time, `from` before `to`. */
export const Interval = z.tuple([clock, clock])
export type Interval = z.infer<typeof Interval>

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
export type Weekday = z.infer<typeof Weekday>

/** Working hours: an IANA zone, several intervals per weekday, and dated exceptions that replace the weekday's. */
export const Calendar = z.strictObject({
  id: Id,
  label: z.string().max(300),
  zone: z.string().min(1).max(60),
  week: z.partialRecord(Weekday, z.array(Interval)),
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        label: z.string().max(200).optional(),
        intervals: z.array(Interval),
      }),
    )
    .optional(),
})
export type Calendar = z.infer<typeof Calendar>

/** A promise with a clock: first touch within so many business minutes of the calendar. */
export const SlaPolicy = z.strictObject({
  id: Id,
  label: z.string().max(300),
  lanes: z.array(Lane).optional(),
  when: Condition.optional(),
  firstTouchMinutes: z.number().positive(),
  dispositionMinutes: z.number().positive().optional(),
  calendar: Id,
})
export type SlaPolicy = z.infer<typeof SlaPolicy>
