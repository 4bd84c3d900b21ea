import { follow } from '@bantam/api'
import { compileForm, endingFor } from '@bantam/engine'
import { Form, GivenAnswers } from '@bantam/schema'
import { readDocument } from './document.ts'
import { needed, readOptions } from './options.ts'
import { print } from './print.ts'

/** The questions that these answers lead through, in order, and the ending; 1 when answers are missing or refused. */
export const walk = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, ['form', 'answers'])
  const form = readDocument(needed(options.form, 'form'), Form)
  const answers = readDocument(needed(options.answers, 'answers'), GivenAnswers)
  const { path, ending: explicit, errors } = follow(compileForm(form), { answers })
  // Without a score there is no lane: where no branch decides, the walk ends on the form's default ending.
  const ending = endingFor(form, { ending: explicit }).id
  const words = [
    ...path,
    `→ ${ending}`,
    ...errors.map((error) => `! ${error.path}: ${error.message}`),
  ]
  print({ path, ending, errors }, { json: options.json, words })
  return errors.length > 0 ? 1 : 0
}
