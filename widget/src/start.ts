import type { Form } from '@bantam/schema'
import { createAnnouncer } from './events.ts'
import type { Instance } from './options.ts'
import { focusOn, show } from './show.tsx'
import { openStorage } from './storage.ts'
import { openVisitor } from './visitor.ts'

/** What the public API answers for a form. */
export interface Published {
  readonly formId: string
  readonly version: number
  readonly definition: Form
}

/**
 * The loader's way in: the published form in an element of a website, served from `base`. What only moves on from
 * the first question (the engine, delivery) loads while that is being read; `onBroken` when it cannot. Only a browser
 * that holds a token waits for the server, which leaves out what it has answered before.
 */
export const start = (
  element: HTMLElement,
  options: { root: ShadowRoot; base: string; published: Published; onBroken: () => void },
): Instance => {
  const { root, base, published, onBroken } = options
  const { formId, version, definition } = published
  const { dataset } = element
  const isSandbox = (dataset['sandbox'] ?? dataset['enableSandbox'] ?? 'false') !== 'false'
  const name = `bantam:${base}:${isSandbox ? 'sandbox:' : ''}${formId}`
  const place = `${name}:${version}`
  const storage = openStorage('sessionStorage', 'localStorage')
  const outbox = openStorage('localStorage', 'sessionStorage')
  const visitor = openVisitor(`bantam:${base}:visitor`, {
    storage: openStorage('localStorage'),
    isKept: 'remember' in dataset,
  })
  const { onScene, stop } = createAnnouncer(element, { formId, root })

  const begin = (more: { readonly takesFocus?: boolean } = {}) => {
    const isUnread = !storage.read(place) && !outbox.read(name)
    const isReturning = isUnread && visitor.token !== undefined
    const arriving = import('./equip.ts').then(
      ({ createHttpTransport, equip, equipReturning, hiddenOf, pageOf, sandboxed }) => {
        const transport = createHttpTransport(base, formId)
        return (isReturning ? equipReturning : equip)({
          definition,
          version,
          name,
          storage,
          outbox,
          visitor,
          transport: isSandbox ? sandboxed(transport) : transport,
          page: pageOf(),
          hidden: hiddenOf(definition, element),
        })
      },
    )
    return show(
      root,
      {
        ...more,
        definition,
        mode: dataset['mode'] === 'page' ? 'page' : 'inline',
        fullPage: `${base}f/${encodeURIComponent(formId)}`,
        onScene,
        onNotYou() {
          visitor.forget()
          anew()
        },
      },
      { arriving, onBroken, isFresh: isUnread && !isReturning },
    )
  }
  const anew = () => {
    storage.write(place, undefined)
    leave()
    leave = begin({ takesFocus: true })
  }
  let leave = begin()
  const nothing = () => {}
  return {
    open: nothing,
    close: nothing,
    toggle: nothing,
    refresh: anew,
    focus() {
      const stage = root.querySelector('.stage')
      if (stage) focusOn(stage)
    },
    unmount() {
      stop()
      leave()
    },
  }
}
