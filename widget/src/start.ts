import type { Form } from '@bantam/schema'
import { show } from './show.tsx'
import { openStorage } from './storage.ts'

/** What the public API answers for a form. */
interface Published {
  readonly formId: string
  readonly version: number
  readonly definition: Form
}

/**
 * The loader's way in: the published form in an element of a website, served from `base`. What only moves on from
 * the first question (the engine, delivery) loads while that is being read; `onBroken` when it cannot.
 */
export const start = (
  element: HTMLElement,
  options: { root: ShadowRoot; base: string; published: Published; onBroken: () => void },
): (() => void) => {
  const { root, base, published, onBroken } = options
  const { formId, version, definition } = published
  const name = `bantam:${base}:${formId}`
  const storage = openStorage('sessionStorage', 'localStorage')
  const outbox = openStorage('localStorage', 'sessionStorage')
  const arriving = import('./equip.ts').then(({ createHttpTransport, equip, hiddenOf, pageOf }) =>
    equip({
      definition,
      version,
      name,
      storage,
      outbox,
      transport: createHttpTransport(base, formId),
      page: pageOf(),
      hidden: hiddenOf(definition, element),
    }),
  )
  return show(
    root,
    {
      definition,
      mode: element.dataset['mode'] === 'page' ? 'page' : 'inline',
      fullPage: `${base}f/${encodeURIComponent(formId)}`,
    },
    { arriving, onBroken, isFresh: !storage.read(`${name}:${version}`) && !outbox.read(name) },
  )
}
