import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { complaintIn, counted } from '../complaint.ts'
import { fileWords } from '../inputs/later/file-words.ts'
import { partWords } from '../inputs/later/part-words.ts'
import { rankingWords } from '../inputs/later/ranking-words.ts'
import { schedulingWords } from '../inputs/later/scheduling-words.ts'
import { moreWords } from '../more-words.ts'
import { rescueWords } from '../rescue-words.ts'
import { english } from '../speech.ts'
import { speechIn } from '../tongue.ts'
import { words } from '../words.ts'
import { firstWordsOf } from './first-words.ts'

const codes = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt']
const inEnglish = {
  words,
  more: moreWords,
  file: fileWords,
  parts: partWords,
  ranking: rankingWords,
  scheduling: schedulingWords,
}

const speechOf = async (code: string) => {
  const speech = await speechIn(code)
  if (!speech) throw new Error(`nobody speaks ${code}`)
  return speech
}

/** Every text by its path; of the forms of a number, the one that any language has. */
const textsOf = (node: unknown, path = ''): (readonly [string, string])[] => {
  if (typeof node === 'string') return [[path, node]]
  const { other, ...forms } = Object(node)
  const isCounted = typeof other === 'string' && Object.keys(forms).every((form) => form in plural)
  return isCounted
    ? [[path, other]]
    : Object.entries(Object(node)).flatMap(([name, part]) => textsOf(part, `${path}.${name}`))
}
const plural = { zero: 1, one: 1, two: 1, few: 1, many: 1 }
const placesIn = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()

test.each(codes)('%s says everything, with a place for whatever English names', async (code) => {
  const speech = await speechOf(code)
  for (const [path, text] of textsOf(inEnglish)) {
    const said = textsOf(speech).find(([other]) => other === path)?.[1]
    expect([path, said && placesIn(said)]).toEqual([path, placesIn(text)])
    expect([path, said?.trim()]).not.toEqual([path, ''])
  }
})

test.each(codes)('%s has each form that its numbers take', async (code) => {
  const { words: first, ranking, refusals } = await speechOf(code)
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted()
  const tables = [first.left, ranking?.top, ranking?.most, ranking?.least]
  const refused = ['too-short', 'too-long', 'too-few', 'too-many'] as const
  for (const table of [...tables, ...refused.map((name) => refusals?.[name])])
    expect(Object.keys(table ?? {}).toSorted()).toEqual(forms)
})

test.each(codes)('the first words of %s are those of its chunk', async (code) => {
  expect(firstWordsOf(code)).toEqual((await speechOf(code)).words)
  expect(firstWordsOf(`${code}-XX`)).toEqual(firstWordsOf(code))
  const { yes, no } = firstWordsOf(code)?.keys ?? {}
  expect(yes).not.toBe(no)
})

test.each(codes)('a broken page leads to the form in the words of %s', async (code) => {
  expect(rescueWords[code]).toBe((await speechOf(code)).more?.openPage)
})

test.each(['en', 'sv', 'constructor', ''])('nobody speaks "%s" but English', async (code) => {
  expect(await speechIn(code)).toBeUndefined()
  expect(firstWordsOf(code)).toBeUndefined()
})

test.each([
  ['en', 1, 'Last one'],
  ['en', 4, 'Up to 4 left'],
  ['pl', 1, 'Ostatnie pytanie'],
  ['pl', 3, 'Najwyżej 3 pytania'],
  ['pl', 5, 'Najwyżej 5 pytań'],
  ['ar', 2, 'بقي سؤالان على الأكثر'],
  ['ar', 3, 'بقيت 3 أسئلة على الأكثر'],
  ['ar', 11, 'بقي 11 سؤالًا على الأكثر'],
  ['ja', 1, '残り最大1問'],
])('in %s, %i left is "%s"', async (code, count, said) => {
  const speech = code === 'en' ? english : await speechOf(code)
  expect(counted(speech, { forms: speech.words.left, count })).toBe(said)
})

const question = (asked: object) =>
  ({ id: 'q', kind: 'short-text', title: 'Q', ...asked }) as Question
const message = 'In English'

test.each([
  ['too-short', 3, {}, 'Bitte schreiben Sie mindestens 3 Zeichen.'],
  ['too-few', 1, {}, 'Bitte wählen Sie mindestens 1 Antwort.'],
  ['incomplete', 'Formulare', {}, 'Bitte beantworten Sie jede Zeile: „Formulare“ ist noch offen.'],
  ['out-of-range', '', { kind: 'number', validation: { max: 12_000 } }, 'Bitte höchstens 12.000.'],
  [
    'out-of-range',
    '',
    { kind: 'date', validation: { min: '2027-01-15', max: '2027-03-01' } },
    'Bitte von 15. Januar 2027 bis 1. März 2027.',
  ],
  ['out-of-range', '', { kind: 'number', validation: { min: 0 } }, 'Bitte mindestens 0.'],
  ['not-an-email', '', {}, 'Bitte geben Sie eine E-Mail-Adresse ein, etwa anna@firma.de.'],
  ['not-a-text', '', {}, 'Bitte beantworten Sie diese Frage noch einmal.'],
])('a refusal as %s is told in the language', async (code, bound, asked, said) => {
  const refused = { code, bound, message, question: question(asked) }
  expect(complaintIn(await speechOf('de'), refused)).toBe(said)
  expect(complaintIn(english, refused)).toBe(message)
})

test('the hint of a pattern is the form’s own, whatever the widget speaks', async () => {
  const hinted = question({ validation: { patternHint: 'Drei Ziffern' } })
  const refused = { code: 'pattern-mismatch', message, question: hinted }
  for (const speech of [english, await speechOf('de')])
    expect(complaintIn(speech, refused)).toBe('Drei Ziffern')
})
