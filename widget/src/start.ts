import type { Announcer } from './events.ts'
import { lookOf } from './look.ts'
import { isMet, keeps } from './met.ts'
import type { OptionName } from './options.ts'
import type { Chunk, Running } from './place.ts'
import { focusOn, show } from './show.tsx'
import type { Storage } from './storage.ts'
import { tongueOf } from './tongue.ts'
import type { Visitor } from './visitor.ts'

/**
 * The loader's way in: the published form in an element of a website, served from `base`. What only moves on from
 * the first question (the engine, delivery) loads while that is being read; `onBroken` when it cannot. Only a browser
 * that holds a token waits for the server, which leaves out what it has answered before.
 */
export const start: Chunk['start'] = (
  element,
  { root, base, published, onBroken: leaveLink },
): Running => {
  const { formId, version } = published
  const { dataset } = element
  const tongue = tongueOf(published, dataset['language'])
  const { definition } = published
  const isOn = (option: OptionName) => (dataset[option] ?? 'false') !== 'false'
  const isSandbox = isOn('sandbox') || isOn('enableSandbox')
  const name = `bantam:${base}:${isSandbox ? 'sandbox:' : ''}${formId}`
  const place = `${name}:${version}`
  const tokenPlace = `bantam:${base}:visitor`
  /** Opened with the equipment, and the same however often the form begins anew. */
  let kept: { storage: Storage; outbox: Storage; visitor: Visitor } | undefined
  const isChat = (dataset['face'] ?? definition.theme?.['face']) === 'chat'
  let announcer: Announcer | undefined
  let isOver = false
  const onBroken = () => {
    if (!isOver) leaveLink()
  }

  const begin = (more: { readonly takesFocus?: boolean } = {}) => {
    const isUnread = kept
      ? !kept.storage.read(place) && !kept.outbox.names(`${name}#`)[0]
      : !keeps((one) => one === place || one.startsWith(`${name}#`))
    const isReturning = isUnread && isMet(tokenPlace)
    const beside = Promise.all([isChat && import('./faces/Chat.tsx'), tongue.arriving])
    // Taken apart at once: the bundler would make an object of all exports, which a page that pollutes objects breaks.
    const equipping = import('./equip.ts').then(
      ({
        createAnnouncer,
        createHttpTransport,
        equip,
        equipReturning,
        hiddenOf,
        inLanguage,
        openStorage,
        openVisitor,
        pageOf,
        sandboxed,
      }) =>
        async ([face, speech = tongue.speech]: Awaited<typeof beside>) => {
          if (!isOver) announcer ??= createAnnouncer(element, { formId, root })
          const transport = createHttpTransport(base, formId)
          kept ??= {
            storage: openStorage('sessionStorage', 'localStorage'),
            outbox: openStorage('localStorage', 'sessionStorage'),
            visitor: openVisitor(tokenPlace, {
              storage: openStorage('localStorage'),
              isKept: isOn('remember'),
            }),
          }
          return (isReturning ? equipReturning : equip)({
            definition: inLanguage(definition, tongue.language),
            version,
            name,
            ...kept,
            transport: isSandbox ? sandboxed(transport) : transport,
            page: pageOf(),
            hidden: hiddenOf(definition, element),
            onLost: again,
            face: face && face.chat,
            speech,
          })
        },
    )
    const arriving = Promise.all([equipping, beside]).then(([complete, others]) => complete(others))
    return show(
      root,
      {
        ...more,
        definition: tongue.definition,
        speech: tongue.speech,
        look: lookOf(definition.theme, dataset),
        mode:
          root !== element.shadowRoot ? 'panel' : dataset['mode'] === 'page' ? 'page' : 'inline',
        fullPage: `${base}f/${encodeURIComponent(formId)}`,
        onScene: (scene) => announcer?.onScene(scene),
        onNotYou() {
          kept?.visitor.forget()
          anew()
        },
      },
      { arriving, onBroken, isFresh: isUnread && !isReturning && !isChat && !!tongue.speech },
    )
  }
  const again = () => {
    leave()
    leave = begin({ takesFocus: true })
  }
  const anew = () => {
    kept?.storage.write(place, undefined)
    again()
  }
  let leave = begin(isOn('autoFocus') ? { takesFocus: true } : {})
  const nothing = () => {}
  return {
    open: nothing,
    close: nothing,
    toggle: nothing,
    tellClosed: () => announcer?.tellClosed(),
    refresh: anew,
    focus() {
      const stage = root.querySelector('.stage')
      if (stage) focusOn(stage)
    },
    unmount() {
      isOver = true
      announcer?.stop()
      leave()
    },
  }
}
