import type { Form } from '@bantam/schema'
import type { QuestionText, RepairEdit } from './finding.ts'
import type { Recalled } from './recalls.ts'

/** The edit after which the text in which something is recalled says something else. */
export const settingText = (
  { questions, endings }: Form,
  { place, text }: { place: Recalled; text: string },
): readonly RepairEdit[] => {
  const { language, key, source } = place
  if (language !== undefined) return [{ type: 'setTranslation', language, key, text }]
  const [list, at, ...name] = source.split('.')
  const ending = list === 'endings' ? endings[Number(at)] : undefined
  if (ending) return [{ type: 'setEnding', id: ending.id, field: endingField(name), value: text }]
  const question = questions[Number(at)]
  if (!question) return []
  const [part, index, inner] = name
  const { id } = question
  const choice = 'choices' in question && part === 'choices' && question.choices[Number(index)]
  if (choice)
    return inner === 'alt'
      ? [{ type: 'setChoiceAlt', id, choice: choice.id, alt: text }]
      : [{ type: 'setChoiceLabel', id, choice: choice.id, label: text }]
  const row = 'rows' in question && part === 'rows' && question.rows[Number(index)]
  if (row) return [{ type: 'setRowLabel', id, row: row.id, label: text }]
  const field = questionTexts.find((one) => one === name.join('.'))
  return field ? [{ type: 'setQuestion', id, field, value: text }] : []
}

const endingField = ([name]: readonly string[]) => (name === 'body' ? 'body' : 'title')

const questionTexts: readonly QuestionText[] = [
  'title',
  'help',
  'why',
  'section.title',
  'section.help',
  'placeholder',
  'unit',
  'button',
  'labels.low',
  'labels.high',
  'validation.patternHint',
]
