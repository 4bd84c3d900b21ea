import type { Ending } from '@bantam/schema'
import { moreWords } from '../more-words.ts'
import type { Scene } from '../visit.ts'
import { isWebAddress } from '../web-address.ts'

export interface ClosingProps {
  readonly scene: Exclude<Scene, { kind: 'ask' | 'opening' }>
  readonly headingLevel: 'h1' | 'h2'
  /** The form on a page of its own, for when this place cannot go on. */
  readonly fullPage: string | undefined
}

/** What follows the last question: on its way, kept for later, the ending as the server words it, or why it cannot go on. */
export const Closing = ({ scene, headingLevel: Heading, fullPage }: ClosingProps) => {
  const { title, body, link } = contentOf(scene, fullPage)
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
    </div>
  )
}

interface Content {
  readonly title: string
  readonly body?: string | undefined
  readonly link?: { label: string; url: string | undefined; isElsewhere: boolean }
}

const contentOf = (scene: ClosingProps['scene'], fullPage: string | undefined): Content => {
  switch (scene.kind) {
    case 'sending':
      return { title: moreWords.sending }
    case 'saved':
      return { title: scene.isBusy ? moreWords.busy : moreWords.offline, body: moreWords.keepOpen }
    case 'failed':
      return {
        title: scene.isStale ? moreWords.unavailable : moreWords.refused,
        link: { label: moreWords.openPage, url: fullPage, isElsewhere: false },
      }
    case 'ended':
      return endingOf(scene.ending)
  }
}

const endingOf = ({ kind, title, body, url }: Ending): Content => {
  const content = { title, body }
  if (kind === 'message' || !isWebAddress(url)) return content
  return { ...content, link: { label: moreWords[kind], url, isElsewhere: kind !== 'redirect' } }
}
