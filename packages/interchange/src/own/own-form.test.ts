import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoRequest } from '../../../engine/src/testing/forms.ts'
import { randomForm } from '../../../engine/src/testing/random-forms.ts'
import { exportForm, importForm } from './own-form.ts'

const again = (text: string) => importForm(JSON.parse(text))

/** Random forms also jump to nowhere, which no import takes. */
const soundForm = randomForm.map((form) => ({
  ...form,
  questions: form.questions.map(({ jumps = [], ...question }) => ({
    ...question,
    jumps: jumps.filter(({ to }) => !to.endsWith(`:q${form.questions.length}`)),
  })),
}))

test('an exported form comes back as it was, with everything kept', () => {
  fc.assert(
    fc.property(fc.oneof(soundForm, fc.constant(demoRequest)), (form) => {
      const result = again(exportForm(form))
      expect(result).toMatchObject({ kind: 'imported', form })
      if (result.kind !== 'imported') return
      const { kept, changed, dropped } = result.report
      expect([changed, dropped]).toEqual([[], []])
      expect(kept.filter(({ what }) => what === 'question')).toHaveLength(form.questions.length)
    }),
  )
})

const broken = (change: object): unknown => ({ ...demoRequest, ...change })

test.each<[string, unknown, { code: string; path: string }]>([
  ['a text', 'form', { code: 'not-a-definition', path: '' }],
  ['a SurveyJS definition', { pages: [] }, { code: 'other-product', path: '' }],
  ['a Typeform definition', { fields: [] }, { code: 'other-product', path: '' }],
  ['a version to come', broken({ schema: 2 }), { code: 'future-version', path: '/schema' }],
  ['no version', broken({ schema: undefined }), { code: 'no-version', path: '/schema' }],
  ['a wrong shape', broken({ title: 5 }), { code: 'malformed', path: '/title' }],
  [
    'an id used twice',
    broken({ questions: [demoRequest.questions[0], demoRequest.questions[0]] }),
    { code: 'repeated-id', path: '/questions/1/id' },
  ],
  [
    'a jump to nowhere',
    broken({
      questions: [
        {
          id: 'a',
          kind: 'yes-no',
          title: 'A',
          jumps: [{ when: { all: [] }, to: 'question:gone' }],
        },
      ],
    }),
    { code: 'missing-target', path: '/questions/0/jumps/0/to' },
  ],
])('%s is refused with its place', (_, document, refusal) => {
  const result = importForm(document)
  expect(result).toMatchObject({ kind: 'refused', refusals: [refusal] })
})
