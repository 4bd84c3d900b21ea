import type { Ending } from '@bantam/schema'
import { moreWords } from '../more-words.ts'
import type { Speech } from '../speech.ts'
import type { Scene } from '../visit.ts'
import { isWebAddress } from '../web-address.ts'

export interface ClosingProps {
  readonly scene: Exclude<Scene, { kind: 'ask' | 'opening' }>
  readonly headingLevel: 'h1' | 'h2'
  /** The form on a page of its own, for when this place cannot go on. */
  readonly fullPage: string | undefined
  readonly speech: Speech
}

/** What follows the last question: on its way, kept for later, the ending as the server words it, or why it cannot go on. */
export const Closing = (props: ClosingProps) => {
  const { scene, headingLevel: Heading } = props
  const { title, body, link } = contentOf(props)
  return (
    <div key={scene.kind} class={`closing ${scene.kind}`}>
      <i aria-hidden="true" />
      <Heading id="title" tabIndex={-1}>
        {title}
      </Heading>
      {body && <p class="help">{body}</p>}
      {link?.url && (
        <a
          class="button"
          href={link.url}
          target={link.isElsewhere ? '_blank' : undefined}
          rel="noopener"
        >
          {link.label}
        </a>
      )}
      {scene.kind === 'ended' && scene.ending.kind === 'booking' && link && (
        <div ref={showCalendar} data-url={link.url} data-name={title} />
      )}
    </div>
  )
}

/** The link is enough without it. */
const showCalendar = (place: HTMLElement | null) => {
  if (place) import('./calendar.ts').then((chunk) => chunk.embedCalendar(place)).catch(() => {})
}

interface Content {
  readonly title: string
  readonly body?: string | undefined
  readonly link?: { label: string; url: string | undefined; isElsewhere: boolean }
}

const contentOf = ({ scene, fullPage, speech }: ClosingProps): Content => {
  const { more = moreWords, code } = speech
  switch (scene.kind) {
    case 'sending':
      return { title: more.sending }
    case 'saved':
      return {
        title: scene.isBusy ? more.busy : more.offline,
        body: more.keepOpen + (scene.after ? ` (${waitOf(scene.after, code)})` : ''),
      }
    case 'failed':
      return {
        title: scene.isStale ? more.unavailable : more.refused,
        link: { label: more.openPage, url: fullPage, isElsewhere: false },
      }
    case 'ended':
      return endingOf(scene.ending, more)
  }
}

const endingOf = (
  { kind, title, body, url }: Ending,
  more: NonNullable<Speech['more']>,
): Content => {
  const content = { title, body }
  if (kind === 'message' || !isWebAddress(url)) return content
  const [file] = (kind === 'asset' && /[^/]+\.\w+$/.exec(new URL(url).pathname)) || []
  const label = file ? `${more[kind]} (${file})` : more[kind]
  return { ...content, link: { label, url, isElsewhere: kind !== 'redirect' } }
}

/** How long the server asks to wait, in the language's own words: "in 30 seconds". */
const waitOf = (milliseconds: number, code: string) => {
  const seconds = Math.ceil(milliseconds / 1000)
  const words = new Intl.RelativeTimeFormat(code)
  return seconds < 100
    ? words.format(seconds, 'second')
    : words.format(Math.ceil(seconds / 60), 'minute')
}
