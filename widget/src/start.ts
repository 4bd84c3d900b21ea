import { lookOf } from './look.ts'
import { isMet, keeps } from './met.ts'
import type { OptionName } from './options.ts'
import type { Outfit } from './outfit.ts'
import type { Chunk, Running } from './place.ts'
import { focusOn, show } from './show.tsx'
import { tongueOf } from './tongue.ts'

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
  const tokenPlace = `bantam:${base}:visitor`
  let outfit: Outfit | undefined
  const isChat = (dataset['face'] ?? definition.theme?.['face']) === 'chat'
  let isOver = false
  let takesFocus = isOn('autoFocus')
  const onBroken = () => {
    if (!isOver) leaveLink()
  }

  const begin = () => {
    const isUnread = outfit
      ? outfit.isUnread()
      : !keeps((one) => one.startsWith(name) && /[:#]/.test(one[name.length] ?? ''))
    const isReturning = isUnread && isMet(tokenPlace)
    const arrive = async () => {
      const [fitOut, face, speech = tongue.speech] = await Promise.all([
        // Taken apart at once: the bundler would make an object of all exports, which a page that pollutes objects breaks.
        import('./outfit.ts').then((chunk) => chunk.fitOut),
        isChat && import('./faces/Chat.tsx').then(({ chat }) => chat),
        tongue.arriving,
      ])
      outfit ??= fitOut(element, {
        root,
        base,
        formId,
        version,
        definition,
        name,
        tokenPlace,
        isSandbox,
        isKept: isOn('remember'),
      })
      if (isOver) outfit.stop()
      return outfit.equip({
        isReturning,
        language: tongue.language,
        face,
        speech,
        onLost: again,
      })
    }
    return show(
      root,
      {
        takesFocus: () => takesFocus,
        definition: tongue.definition,
        speech: tongue.speech,
        look: lookOf(definition.theme, dataset),
        mode:
          root !== element.shadowRoot ? 'panel' : dataset['mode'] === 'page' ? 'page' : 'inline',
        fullPage: `${base}f/${encodeURIComponent(formId)}`,
        onScene: (scene) => outfit?.onScene(scene),
        onNotYou() {
          outfit?.forget()
          anew()
        },
      },
      { arrive, onBroken, isFresh: isUnread && !isReturning && !isChat && !!tongue.speech },
    )
  }
  const again = () => {
    leave()
    takesFocus = true
    leave = begin()
  }
  const anew = () => {
    outfit?.clear()
    again()
  }
  let leave = begin()
  const nothing = () => {}
  return {
    open: nothing,
    close: nothing,
    toggle: nothing,
    tellClosed: () => outfit?.tellClosed(),
    refresh: anew,
    focus() {
      // Where nothing is drawn yet, once it is.
      takesFocus = true
      const stage = root.querySelector('.stage')
      if (stage) focusOn(stage)
    },
    unmount() {
      isOver = true
      outfit?.stop()
      leave()
    },
  }
}
