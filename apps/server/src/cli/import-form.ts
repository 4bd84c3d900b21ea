import { createForm, deepestBody } from '@bantam/api'
import type { Imported, Report, ReportEntry } from '@bantam/interchange'
import type { Form } from '@bantam/schema'
import type { Storage, WorkspaceRecord } from '@bantam/storage'
import { newId } from '../new-id.ts'
import type { Command, Context } from './commands.ts'
import { checkDocument, readJson } from './document.ts'
import { readLine } from './options.ts'
import { print } from './print.ts'
import { Refusal } from './refusal.ts'
import { inWorkshop } from './workshop.ts'

/** Ten times the largest definition that was ever seen. */
const mostBytes = 5_000_000

/**
 * Makes a form of another product's definition and says what became of every part of it. With
 * `--save` the form is stored as a draft. With `--strict` a loss is a "no": 1, and nothing is stored.
 */
export const importForm =
  (convert: (source: unknown) => Imported): Command['run'] =>
  async (args, context) => {
    const { files, options, switches } = readLine(args, {
      options: ['workspace'],
      switches: ['save', 'strict'],
    })
    const [file, ...more] = files
    if (file === undefined || more.length > 0) throw new Refusal('Name one FILE to import.')
    const result = convert(readJson(file, { mostBytes }))
    if (result.kind === 'refused')
      throw new Refusal(
        [
          `${file} cannot be imported:`,
          ...result.refusals.map(({ path, message }) => `  ${path || '(the whole)'}: ${message}`),
        ].join('\n'),
      )
    const { form, report } = result
    const isRefused = switches.strict && report.dropped.length > 0
    const saved =
      switches.save && !isRefused
        ? await save(form, { slug: options.workspace, context })
        : undefined
    print(
      { form, report, ...(saved && { saved }) },
      { json: switches.json, words: [...wordsOf(form, report), ...savedWords(saved)] },
    )
    return isRefused ? 1 : 0
  }

interface Saved {
  readonly id: string
  readonly slug: string
  readonly workspace: string
}

/** Stores a draft that the API would take as well, as nobody in person; throws a Refusal for any other. */
const save = (
  draft: Form,
  { slug, context }: { slug: string | undefined; context: Context },
): Promise<Saved> => {
  checkDocument({ definition: draft }, { called: 'The form', deepest: deepestBody })
  return inWorkshop(context, async ({ storage, directory }) => {
    const workspace = await workspaceOf(storage, slug)
    const form = await createForm(
      { storage, directory, clock: () => new Date(), newId },
      {
        actor: { workspaceId: workspace.id, role: 'owner', userId: undefined },
        definition: draft,
      },
    )
    return { id: form.id, slug: form.slug, workspace: workspace.slug }
  })
}

/** The workspace that is named, else the only one there is besides the demo, else the demo. */
const workspaceOf = async (
  { workspaces }: Storage,
  slug: string | undefined,
): Promise<WorkspaceRecord> => {
  if (slug !== undefined) {
    const named = await workspaces.findBySlug(slug)
    if (!named) throw new Refusal(`There is no workspace "${slug}".`)
    return named
  }
  const all = await workspaces.list(3)
  const own = all.filter(({ isDemo }) => !isDemo)
  const [only, another] = own.length > 0 ? own : all
  if (!only) throw new Refusal('There is no workspace yet to save the form in.')
  if (another) throw new Refusal('There are several workspaces: name one with --workspace SLUG.')
  return only
}

const wordsOf = ({ title, questions }: Form, report: Report): readonly string[] => [
  `“${title}”: ${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`,
  ...lines('kept', report.kept),
  ...lines('changed', report.changed),
  ...lines('dropped', report.dropped),
  ...unknownLines(report),
]

/** Those of the dropped that nothing here knows, which is where a loss may be a surprise. */
const unknownLines = ({ unknown }: Report): readonly string[] => [
  '',
  `unknown ${unknown.length}${unknown.length > 0 ? ', of those dropped' : ''}`,
  ...unknown.map((path) => `  ${path}`),
]

const lines = (fate: string, entries: readonly ReportEntry[]): readonly string[] => [
  '',
  `${fate} ${entries.length}`,
  ...entries.map(
    ({ what, name, path, why }) =>
      `  ${what} “${short(name)}” (${path})${why === undefined ? '' : `: ${why}`}`,
  ),
]

/** A name on one line of the terminal. */
const short = (name: string): string => {
  const line = name.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

const savedWords = (saved: Saved | undefined): readonly string[] =>
  saved ? ['', `Saved as a draft in ${saved.workspace}: ${saved.slug} (${saved.id})`] : []
