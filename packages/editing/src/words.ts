import type { Words } from './change.ts'
import type { EndingField, FormField, QuestionField } from './field.ts'

const themeWords = {
  'theme.accent': 'brand colour',
  'theme.mode': 'light or dark',
  'theme.font': 'font',
  'theme.radius': 'corners',
  'theme.density': 'spacing',
  'theme.face': 'face',
}

/** The parts of a form in words; a field without one does not compile. */
export const formWords: Words = {
  parts: {
    title: 'title',
    language: 'language',
    touchpoint: 'kind of page',
    'profiling.budget': 'most new questions',
    'profiling.stopWhenDecided': 'stop when decided',
    'profiling.keepBantForSales': 'keep BANT questions for sales',
    'profiling.restDays': 'days of rest',
    ...themeWords,
  } satisfies Record<FormField | keyof typeof themeWords, string>,
  lists: {
    hidden: { one: 'hidden field', by: [] },
    calculations: { one: 'calculation', by: ['id'] },
    consents: { one: 'consent text', by: ['purpose', 'text'] },
  },
  apart: ['questions', 'endings'],
}

export const questionWords: Words = {
  parts: {
    kind: 'kind',
    showIf: 'when it shows',
    jumps: 'branches',
    ...({
      title: 'title',
      help: 'help',
      why: 'why we ask',
      required: 'required',
      property: 'lead property',
      bant: 'BANT letter',
      sensitivity: 'sensitivity',
      'remember.freshDays': 'days an answer stays fresh',
      ask: 'when to ask again',
      'section.title': 'section',
      'section.help': 'help of the section',
      placeholder: 'placeholder',
      other: 'free text beside the choices',
      unit: 'unit',
      steps: 'steps',
      from: 'lowest value',
      to: 'highest value',
      'labels.low': 'label of the low end',
      'labels.high': 'label of the high end',
      parts: 'parts',
      requiredParts: 'required parts',
      purpose: 'purpose',
      button: 'button',
      passes: 'passed unseen',
      url: 'address',
      'validation.minLength': 'shortest text',
      'validation.maxLength': 'longest text',
      'validation.pattern': 'pattern',
      'validation.patternHint': 'hint of the pattern',
      'validation.min': 'least',
      'validation.max': 'most',
      'validation.integer': 'whole numbers only',
      'validation.business': 'business addresses only',
      'validation.country': 'country',
      'validation.types': 'types of file',
      'validation.maxBytes': 'largest size in bytes',
    } satisfies Record<QuestionField, string>),
  },
  lists: {
    choices: { one: 'choice', by: ['id', 'label'] },
    rows: { one: 'row', by: ['id', 'label'] },
  },
}

export const endingWords: Words = {
  parts: {
    kind: 'kind',
    title: 'title',
    body: 'text',
    url: 'address',
    for: 'lane',
  } satisfies Record<EndingField, string>,
  lists: {},
}
