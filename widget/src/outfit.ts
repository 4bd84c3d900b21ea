import { inLanguage } from '@bantam/engine'
import type { Form } from '@bantam/schema'
import { equip, equipReturning } from './equip.ts'
import { createAnnouncer, type Announcer } from './events.ts'
import { createHttpTransport } from './http-transport.ts'
import { sandboxed } from './sandbox.ts'
import type { Equipment, Face } from './show.tsx'
import { assertSound } from './sound.ts'
import type { Speech } from './speech.ts'
import { openStorage, waitingPlaces } from './storage.ts'
import { openVisitor } from './visitor.ts'
import { hiddenOf, pageOf } from './website.ts'

/** A form on a website: which one, and how it keeps and sends what is answered. */
interface Means {
  readonly root: ShadowRoot
  /** The server, with a slash at its end. */
  readonly base: string
  readonly formId: string
  readonly version: number
  /** As it was published, in its own language. */
  readonly definition: Form
  /** Tells this form on this host from others in the browser's storage. */
  readonly name: string
  /** Where the browser keeps the visitor's token. */
  readonly tokenPlace: string
  readonly isSandbox: boolean
  /** Whether the token may be kept before anybody has agreed. */
  readonly isKept: boolean
}

/** What a form on a website has beyond its first question, the same however often it begins anew. */
export interface Outfit extends Announcer {
  /** Whether nothing of an earlier visit is kept, nor waits to be sent. */
  isUnread(): boolean
  /** Forgets what was answered and not yet sent. */
  clear(): void
  /** Forgets who answers. */
  forget(): void
  /** `isReturning` first asks the server what is left to ask of somebody it knows. */
  equip(visit: {
    readonly isReturning: boolean
    readonly language: string
    readonly face: Face | false
    readonly speech: Speech | undefined
    readonly onLost: () => void
  }): Promise<Equipment>
}

export const fitOut = (element: HTMLElement, means: Means): Outfit => {
  assertSound()
  const { root, base, formId, version, definition, name, isSandbox, isKept, tokenPlace } = means
  const places = () => storage.names(`${name}:`)
  const http = createHttpTransport(base, formId)
  const transport = isSandbox ? sandboxed(http) : http
  const storage = openStorage('sessionStorage', 'localStorage')
  const outbox = openStorage('localStorage', 'sessionStorage')
  const visitor = openVisitor(tokenPlace, { storage: openStorage('localStorage'), isKept })
  return {
    ...createAnnouncer(element, { formId, root }),
    isUnread: () => !places()[0] && !outbox.names(waitingPlaces(name))[0],
    clear: () => places().forEach((place) => storage.write(place, undefined)),
    forget: () => visitor.forget(),
    async equip({ isReturning, language, ...visit }) {
      return (isReturning ? equipReturning : equip)({
        ...visit,
        definition: inLanguage(definition, language),
        version,
        name,
        storage,
        outbox,
        visitor,
        transport,
        page: pageOf(),
        hidden: hiddenOf(definition, element),
        // On a page of its own that may stand in a frame, the page around it goes on.
        navigate: element.dataset['top'] === undefined ? undefined : (url) => open(url, '_top'),
      })
    },
  }
}
