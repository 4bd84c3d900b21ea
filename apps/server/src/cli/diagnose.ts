import { diagnoseForm } from '@bantam/api'
import type { Diagnosis, Finding } from '@bantam/engine'
import { Form, ScoringModel } from '@bantam/schema'
import { readDocument } from './document.ts'
import { readLine } from './options.ts'
import { print } from './print.ts'
import { Refusal } from './refusal.ts'

/** Says what is wrong or odd about a form; 1 when anything graver than a hint is. */
export const diagnose = async (args: readonly string[]): Promise<number> => {
  const { files, options, switches } = readLine(args, { options: ['model'], switches: [] })
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new Refusal('Name one FILE to diagnose.')
  const form = readDocument(file, Form)
  const model = options.model === undefined ? undefined : readDocument(options.model, ScoringModel)
  const diagnosis = diagnoseForm(form, model)
  print(diagnosis, { json: switches.json, words: wordsOf(form, diagnosis) })
  return diagnosis.findings.some(({ severity }) => severity !== 'hint') ? 1 : 0
}

const wordsOf = (form: Form, { findings, ...figures }: Diagnosis): readonly string[] => [
  `“${form.title}”: ${figures.shortest} to ${figures.longest} questions · lanes ${figures.lanes.join(', ')}`,
  `BANT: ${Object.entries(figures.coverage)
    .map(([letter, covered]) => `${letter} ${covered}`)
    .join(', ')}`,
  ...(findings.length > 0 ? findings.flatMap(lines) : ['Nothing to say against it.']),
]

const lines = ({ severity, code, path, message, fix }: Finding): readonly string[] => [
  '',
  `${severity} ${code} at ${path}`,
  `  ${message}`,
  ...(fix ? [`  Repair: ${fix.label}.`] : []),
]
