import type { Ending } from '@bantam/schema'
import { pointerTo, type ReportBuilder } from '../report.ts'
import { everyField, type Definition, type Field, type Screen } from './definition.ts'
import { textOf } from './json.ts'
import { idsFor } from './names.ts'
import type { Words } from './words.ts'

/** The endings with the default first, and the id of each by its ref. */
export interface Endings {
  readonly endings: readonly Ending[]
  readonly idOf: (ref: string) => string | undefined
  readonly defaultId: string
}

/**
 * A conversation that no jump ends shows `default_tys`; a definition that does not list it shows its
 * first ending, and one without any a word of thanks. An ending may also stand among the fields.
 */
export const endingsOf = (
  { fields, screens }: Definition,
  { report, words }: { report: ReportBuilder; words: Words },
): Endings => {
  const strays = everyField(fields).filter(({ type }) => type === 'thankyou_screen')
  const listed = new Set(screens.map(({ ref }) => ref))
  const [repeats, more] = [
    strays.filter(({ ref }) => listed.has(ref)),
    firstOfEach(strays.filter(({ ref }) => !listed.has(ref))),
  ]
  for (const { path } of repeats) report.change(path, 'It is the ending of the same ref.')
  for (const { path } of more) report.change(path, 'It is an ending, not a question.')

  const all: readonly (Screen | Field)[] = [...screens, ...more]
  const first = all.find(({ ref }) => ref === 'default_tys') ?? all[0]
  const ordered = first ? [first, ...all.filter((one) => one !== first)] : []
  const ids = idsFor(
    ordered.map(({ ref, title }) => ({ ref, words: title })),
    'ending',
  )
  const byRef = new Map(ordered.map(({ ref }, at) => [ref, ids[at] ?? '']))
  const endings = ordered.map((screen, at) =>
    endingOf(screen, { id: ids[at] ?? '', report, words }),
  )
  const defaultId = ids[0] ?? plain.id
  return {
    endings: endings.length > 0 ? endings : [plain],
    idOf: (ref) => byRef.get(ref) ?? (ref === 'default_tys' ? defaultId : undefined),
    defaultId,
  }
}

const plain: Ending = { id: 'thanks', kind: 'message', title: 'Thank you.' }

const firstOfEach = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ ref }, at) => fields.findIndex((one) => one.ref === ref) === at)

const endingOf = (
  screen: Screen | Field,
  { id, report, words }: { id: string; report: ReportBuilder; words: Words },
): Ending => {
  const { path, type, title, properties } = screen
  const at = (key: string) => pointerTo(path, 'properties', key)
  report.keep(path)
  const body = textOf(properties['description'])
  if ('description' in properties) report.keep(at('description'))
  if (properties['show_button'] === false && 'button_text' in properties)
    report.keep(at('button_text'))
  const url = addressOf(screen, report)
  const isRedirect = type === 'url_redirect'
  if (isRedirect && url === undefined) report.change(path, 'It leads nowhere, so it is a message.')
  return {
    id,
    kind: url === undefined ? 'message' : isRedirect ? 'redirect' : 'asset',
    title: words(title, { path, most: 2000 }),
    ...(body && { body: words(body, { path: at('description'), most: 10_000 }) }),
    ...(url !== undefined && { url }),
  }
}

/** Where a redirect leads, or the button of a screen whose button does. */
const addressOf = ({ path, type, properties }: Screen | Field, report: ReportBuilder) => {
  const written = textOf(properties['redirect_url'])
  const at = pointerTo(path, 'properties', 'redirect_url')
  if (!written || (type !== 'url_redirect' && properties['button_mode'] !== 'redirect')) return
  if (!/^https?:\/\//.test(written) || !URL.canParse(written)) {
    report.drop(at, 'It is no address of a web page.')
    return
  }
  report.keep(at)
  if (written.includes('{{')) report.change(at, 'Answers are not put in; it is used as written.')
  if (type !== 'url_redirect') report.keep(pointerTo(path, 'properties', 'button_mode'))
  return written
}
