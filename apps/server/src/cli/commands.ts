import { importers } from '@bantam/interchange'
import { createKey } from './create-key.ts'
import { demo } from './demo.ts'
import { diagnose } from './diagnose.ts'
import { importForm } from './import-form.ts'
import { migrate } from './migrate.ts'
import { score } from './score.ts'
import { serve } from './serve.ts'
import { walk } from './walk.ts'

export interface Context {
  /** Folder of the repository. */
  readonly root: string
}

/** One command of the terminal; `run` resolves to its exit code. */
export interface Command {
  readonly summary: string
  readonly run: (args: readonly string[], context: Context) => Promise<number>
}

export const commands: { readonly [name: string]: Command } = {
  serve: { summary: 'serve until told to stop', run: serve },
  migrate: { summary: 'bring the database up to date', run: migrate },
  demo: { summary: 'fill the demo workspace; rotates its API key', run: demo },
  'import typeform': {
    summary: 'make a form of a Typeform definition: FILE [--strict] [--save [--workspace SLUG]]',
    run: importForm(importers.typeform),
  },
  'import surveyjs': {
    summary: 'make a form of a SurveyJS definition: FILE, and as above',
    run: importForm(importers.surveyjs),
  },
  'import bantam': {
    summary: 'read a form that was exported: FILE, and as above',
    run: importForm(importers.bantam),
  },
  diagnose: { summary: 'what is wrong or odd about a form: FILE [--model FILE]', run: diagnose },
  walk: { summary: 'the questions asked: --form FILE --answers FILE', run: walk },
  score: { summary: 'score answers: --form FILE --model FILE --answers FILE', run: score },
  'keys create': {
    summary: 'make an API key: --workspace SLUG --name NAME --role ROLE',
    run: createKey,
  },
}
