/** Whether a value may stand in a document. `undefined` is asked for what is absent. */
export type Check = (value: unknown) => boolean

/** A check for every part of an object; parts without one are refused. */
export type Checks<T> = { readonly [F in keyof T]-?: Check }

/** Characters from `min` to `max`, both included. */
export const text =
  (min = 0, max = Infinity): Check =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max

export const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value)

/** What lead properties and hidden fields are kept under: no member of every object. */
export const fieldName = matching(/^(?!(?:__proto__|constructor|prototype)$)[^]{1,100}$/)

export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value)

export const positive: Check = (value) => typeof value === 'number' && number(value) && value > 0

/** Whole numbers from `min` to `max`, both included. */
export const whole =
  (min: number, max = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max

export const flag: Check = (value) => typeof value === 'boolean'

/** One of the names; written as a table so that none can be forgotten. */
export const oneOf =
  <T extends string>(names: Readonly<Record<T, true>>): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(names, value)

/** One of two. */
export const either =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) || other(value)

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

export const list =
  (check: Check, { min = 0, max = Infinity } = {}): Check =>
  (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(check)

/** Values under any names. */
export const dictionary =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)

/** An object of these parts and no others. */
export const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(checks, name)) &&
    Object.entries(checks).every(([name, check]) => check(partOf(value, name)))

/** The part of an object under a name that may be unknown to its type. */
export const partOf = (object: object, name: string): unknown =>
  Object.getOwnPropertyDescriptor(object, name)?.value

/** Whether it is an object of the kind that is stored: the schema leaves the name of a prototype out. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.hasOwn(value, '__proto__')

/** A day that exists, as YYYY-MM-DD. */
export const day: Check = (value) => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? []
  if (typeof value !== 'string' || year === undefined) return false
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(date) >= 1 && Number(date) <= days
}

/** An address of the web, written as it will be stored: nothing around it, no line break within. */
export const webAddress: Check = (value) =>
  typeof value === 'string' &&
  /^https?:\/\/[^\t\r\n]+$/i.test(value) &&
  value === value.trim() &&
  URL.canParse(value)
