import type { Element } from '../report.ts'

/** Why an element is not in the form, and whether that is because nothing here knows it. */
export interface Leftover {
  readonly why: string
  readonly isUnknown: boolean
}

/** Why a member that nothing took up is not in the form. */
export const whyNot = ({ what, path }: Element): Leftover | undefined => {
  if (what === 'page' || what === 'panel') return known('Nothing on it is asked here.')
  if (what !== 'property' && what !== 'setting')
    return what === 'question' ? undefined : known('It belongs to what is not asked here.')
  const name = path.slice(path.lastIndexOf('/') + 1)
  const own = Object.hasOwn(reasons, name) ? reasons[name] : undefined
  if (own) return known(own)
  return looks.test(name)
    ? known('How SurveyJS draws; a form here has its own look and theme.')
    : { why: `There is no setting like "${name}" here.`, isUnknown: true }
}

const known = (why: string): Leftover => ({ why, isUnknown: false })

const looks =
  /width|location|color|progress|layout|indent|height|^show|align|style|theme|logo|view|display|direction|colCount|colSpan|state$|renderAs|startWithNewLine|position|size$|mode$|background|header/i

const reasons: { readonly [member: string]: string } = {
  requiredIf: 'What it belongs to is not required as a whole here.',
  choicesVisibleIf: 'All choices are always shown here.',
  choicesEnableIf: 'All choices are always open here.',
  rowsVisibleIf: 'All rows are always shown here.',
  columnsVisibleIf: 'All columns are always shown here.',
  isRequired: 'What it belongs to is not asked as a whole here.',
  visibleIf: 'What it belongs to is always shown as a whole here.',
  enableIf: 'What it belongs to is always open as a whole here.',
  choicesByUrl: 'Choices are part of the form here, not fetched from elsewhere.',
  choicesFromQuestion: 'Choices are not carried over from another question here.',
  choicesOrder: 'Choices keep the order in which they are written.',
  defaultValue: 'No question is answered in advance here.',
  defaultValueExpression: 'No question is answered in advance here.',
  setValueExpression: 'No question is answered in place of the visitor here.',
  setValueIf: 'No question is answered in place of the visitor here.',
  resetValueIf: 'No answer is taken back here.',
  correctAnswer: 'A form here is no quiz.',
  clearIfInvisible: 'Answers on branches that were left never count here.',
  clearInvisibleValues: 'Answers on branches that were left never count here.',
  maskType: 'Answers are not written into a mask here.',
  maskSettings: 'Answers are not written into a mask here.',
  showCommentArea: 'Only a question of its own can ask for a comment.',
  hasComment: 'Only a question of its own can ask for a comment.',
  commentText: 'Only a question of its own can ask for a comment.',
  requiredErrorText: 'Refusals have the words of this product.',
  otherText: 'The free text beside choices has the words of this product.',
  imageLink: 'A picture is the full web address of a choice’s picture.',
  cookieName: 'Returning visitors are known by a token of this product.',
  minValueExpression: 'Bounds are fixed numbers here.',
  maxValueExpression: 'Bounds are fixed numbers here.',
}
