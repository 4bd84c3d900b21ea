import { cut } from '../cut.ts'
import { pointerTo } from '../report.ts'
import { asBoolean, asOneOf, asPictures, asRanking, asSeveralOf } from './choice-kinds.ts'
import { opaque } from './domain.ts'
import { baseOf, type Make } from './making.ts'
import { asMatrix, asRating } from './scale-kinds.ts'
import { asComment, asFile, asSlider, asText } from './text-kinds.ts'
import { inLanguage } from './words.ts'

/** Makes the question that one of a type becomes; what no kind here is like is dropped as unknown. */
export const makeFor = (type: string): Make =>
  (Object.hasOwn(makers, type) ? makers[type] : undefined) ?? asUnknown

export const isMade = (type: string): boolean => Object.hasOwn(makers, type)

/** What can only be read, or only says something. */
export const asStatement: Make = (asked, to) => {
  const { raw, path } = asked
  const { report, words } = to.making
  if (asked.type !== 'html') {
    const held = inLanguage(raw['defaultValue'], 'default')
    report.change(path, 'It can only be read, so it is a statement.')
    report.use(path, ['readOnly', 'defaultValue'])
    return {
      question: {
        ...withoutRequired(baseOf(asked, to)),
        kind: 'statement',
        ...(held && { help: cut(held, 4000) }),
      },
      domain: opaque,
    }
  }
  const below = pointerTo(path, 'html')
  const said = report.has(below)
    ? words.say(raw['html'], { key: `questions.${to.id}.title`, path: below, most: 5900 })
    : ''
  if (said === '') {
    report.drop(path, 'It says nothing.')
    return undefined
  }
  report.keep(below)
  const [first = '', ...rest] = said.split('\n')
  const title = cut(first, 2000)
  const help = cut([first.slice(title.length), ...rest].filter(Boolean).join('\n'), 4000)
  const { section } = baseOf(asked, to)
  return {
    question: {
      id: to.id,
      kind: 'statement',
      title,
      ...(help && { help }),
      ...(section && { section }),
    },
    domain: opaque,
  }
}

const withoutRequired = ({ required: _required, ...base }: ReturnType<typeof baseOf>) => base

const asUnknown: Make = ({ path, type }, { making: { report } }) => {
  report.dropUnknown(path, `Nothing here is like a question of type "${type}".`)
  return undefined
}

const makers: { readonly [type: string]: Make } = {
  text: asText,
  comment: asComment,
  radiogroup: asOneOf('single-choice'),
  buttongroup: asOneOf('single-choice'),
  dropdown: asOneOf('dropdown'),
  checkbox: asSeveralOf,
  tagbox: asSeveralOf,
  imagepicker: asPictures,
  ranking: asRanking,
  boolean: asBoolean,
  rating: asRating,
  slider: asSlider,
  matrix: asMatrix,
  file: asFile,
  html: asStatement,
}
