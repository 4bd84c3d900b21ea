import type { Choice, Ending, Form, Question } from '@bantam/schema'
import type { Edit, EditType } from './edit.ts'
import { withChanged, withInserted, withMoved } from './list.ts'

/**
 * The form after the edit. Total: an edit that does not apply (an unknown id, a text too long, the
 * last choice removed) returns the very same form, so `===` tells whether anything happened. A valid
 * form stays valid.
 */
export const applyEdit = <T extends EditType>(form: Form, edit: Edit<T>): Form =>
  appliers[edit.type](form, edit)

/** Characters the schema takes; restated because the pen knows the schema by its types only. */
const longest = {
  formTitle: 300,
  questionTitle: 2000,
  help: 4000,
  why: 2000,
  choiceLabel: 500,
  endingTitle: 2000,
  endingBody: 10_000,
  url: 2000,
  id: 100,
} as const
const most = { questions: 1000, choices: 500 } as const

const appliers: { readonly [T in EditType]: (form: Form, edit: Edit<T>) => Form } = {
  setFormTitle: (form, { title }) =>
    title === form.title || title === '' || title.length > longest.formTitle
      ? form
      : { ...form, title },
  setQuestionTitle: (form, { id, title }) =>
    onQuestion(form, id, (question) =>
      title === question.title || title.length > longest.questionTitle
        ? question
        : { ...question, title },
    ),
  setQuestionHelp: (form, { id, help }) =>
    onQuestion(form, id, (question) =>
      withOptionalText(question, { name: 'help', text: help, longest: longest.help }),
    ),
  setQuestionWhy: (form, { id, why }) =>
    onQuestion(form, id, (question) =>
      withOptionalText(question, { name: 'why', text: why, longest: longest.why }),
    ),
  setRequired: (form, { id, isRequired }) =>
    onQuestion(form, id, (question) =>
      (question.required ?? false) === isRequired
        ? question
        : { ...question, required: isRequired },
    ),
  addQuestion: (form, { question, before }) =>
    form.questions.length >= most.questions
      ? form
      : withQuestions(form, withInserted(form.questions, { item: question, before })),
  removeQuestion: (form, { id }) =>
    form.questions.length === 1 ? form : withQuestions(form, without(form.questions, id)),
  moveQuestion: (form, { id, before }) =>
    withQuestions(form, withMoved(form.questions, { id, before })),
  setChoiceLabel: (form, { id, choice, label }) =>
    onChoices(form, id, (choices) =>
      withChanged(choices, {
        id: choice,
        change: (each) =>
          each.label === label || label.length > longest.choiceLabel ? each : { ...each, label },
      }),
    ),
  addChoice: (form, { id, choice, before }) =>
    onChoices(form, id, (choices) =>
      choices.length < most.choices && isChoice(choice)
        ? withInserted(choices, { item: choice, before })
        : choices,
    ),
  removeChoice: (form, { id, choice }) =>
    onChoices(form, id, (choices) => (choices.length === 1 ? choices : without(choices, choice))),
  moveChoice: (form, { id, choice, before }) =>
    onChoices(form, id, (choices) => withMoved(choices, { id: choice, before })),
  setEndingTitle: (form, { id, title }) =>
    onEnding(form, id, (ending) =>
      title === ending.title || title.length > longest.endingTitle ? ending : { ...ending, title },
    ),
  setEndingBody: (form, { id, body }) =>
    onEnding(form, id, (ending) =>
      withOptionalText(ending, { name: 'body', text: body, longest: longest.endingBody }),
    ),
  setEndingUrl: (form, { id, url }) =>
    onEnding(form, id, (ending) =>
      url === '' || isWebAddress(url)
        ? withOptionalText(ending, { name: 'url', text: url, longest: longest.url })
        : ending,
    ),
}

const withQuestions = (form: Form, questions: readonly Question[]): Form =>
  questions === form.questions ? form : { ...form, questions: [...questions] }

const onQuestion = (form: Form, id: string, change: (question: Question) => Question): Form =>
  withQuestions(form, withChanged(form.questions, { id, change }))

const onChoices = (
  form: Form,
  id: string,
  change: (choices: readonly Choice[]) => readonly Choice[],
): Form =>
  onQuestion(form, id, (question) => {
    if (!('choices' in question)) return question
    const choices = change(question.choices)
    return choices === question.choices ? question : { ...question, choices: [...choices] }
  })

const onEnding = (form: Form, id: string, change: (ending: Ending) => Ending): Form => {
  const endings = withChanged(form.endings, { id, change })
  return endings === form.endings ? form : { ...form, endings: [...endings] }
}

/** An emptied optional text leaves the document, so that typing and clearing is no change. */
const withOptionalText = <T extends { [name in N]?: string | undefined }, N extends string>(
  item: T,
  { name, text, longest: limit }: { name: N; text: string; longest: number },
): T => {
  if (text === (item[name] ?? '') || text.length > limit) return item
  const { [name]: _, ...rest } = item
  return (text === '' ? rest : { ...item, [name]: text }) as T
}

const without = <T extends { readonly id: string }>(list: readonly T[], id: string): readonly T[] =>
  list.some((each) => each.id === id) ? list.filter((each) => each.id !== id) : list

const isChoice = ({ id, label }: Choice): boolean =>
  id.length > 0 && id.length <= longest.id && label.length <= longest.choiceLabel

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
