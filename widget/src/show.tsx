import type { Form, QuestionKind } from '@bantam/schema'
import { render, type ComponentChild } from 'preact'
import { createEarlyVisit } from './early-visit.ts'
import { Card } from './faces/Card.tsx'
import type { ClosingProps } from './faces/Closing.tsx'
import { firstInputs } from './inputs/first-inputs.ts'
import type { InputProps } from './inputs/input.ts'
import { draftByKey } from './keys.ts'
import type { OpenVisit, Scene, Visit } from './visit.ts'
import { isWebAddress } from './web-address.ts'
import controls from './controls.css?inline'
import frame from './frame.css?inline'

export interface ShowOptions {
  /** The form as browsers may see it. */
  readonly definition: Form
  readonly mode: 'inline' | 'page'
  /** Address of the form on its own page, offered when this place cannot go on. */
  readonly fullPage?: string
  /** Follows a redirect ending; the browser's own navigation when absent. */
  readonly navigate?: (url: string) => void
  /** Begins anew as somebody else: offered where answers from before are counted on. */
  readonly onNotYou?: () => void
  /** Takes the focus at once, where a visit goes on that had it. */
  readonly takesFocus?: boolean
  /** Told of each scene, after it is on the screen. */
  readonly onScene?: (scene: Scene) => void
}

/** What a visit needs beyond its first question. */
export interface Equipment {
  readonly open: OpenVisit
  /** The inputs of the other kinds; `redraw` is called when one has arrived after it was asked for. */
  inputs(watch: {
    readonly signal: AbortSignal
    dress(css: string): void
    redraw(kind: QuestionKind): void
  }): (kind: QuestionKind) => Input
  readonly closing: (props: ClosingProps) => ComponentChild
  readonly css: string
}

type Input = (props: InputProps) => ComponentChild

/** Equipment still loading. `isFresh` when no earlier visit is kept that would go on elsewhere. */
interface Arriving {
  readonly arriving: Promise<Equipment>
  readonly isFresh: boolean
  onBroken(): void
}

const pause = 150

/**
 * Draws a visit in a shadow root, or in a new one inside an element, and returns how to take it away again. While
 * the equipment is still loading, the first question stands already. Nothing is shared between two of them.
 */
export const show = (
  place: ShadowRoot | HTMLElement,
  options: ShowOptions,
  equipment: Equipment | Arriving,
): (() => void) => {
  const { definition, mode, navigate = (url: string) => location.assign(url) } = options
  const { language } = definition
  const life = new AbortController()
  const { signal } = life
  const { root, dress, leave } = enter(place)
  dress(controls + frame)
  const stage = document.createElement('div')
  stage.className = `stage ${mode}`
  stage.lang = language
  stage.dir = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language) ? 'rtl' : 'ltr'
  root.append(stage)

  /** An inline widget never takes the focus before the visitor has acted. */
  let hasActed = options.takesFocus ?? (mode === 'page' && matchMedia('(pointer: fine)').matches)
  let advance: ReturnType<typeof setTimeout> | undefined
  let visit: Visit
  let at: Equipment | undefined
  let inputOf = (kind: QuestionKind) => firstInputs[kind as keyof typeof firstInputs] as Input

  const act =
    <A extends unknown[]>(deed: (...given: A) => void) =>
    (...given: A) => {
      clearTimeout(advance)
      hasActed = true
      deed(...given)
    }
  const hold = act((draft: unknown) => visit.change(draft))
  const change = (draft: unknown) => {
    const { scene } = visit
    // A pick by pointer is heard of twice; the second time must not stop it from going on.
    if (scene.kind !== 'ask' || scene.draft !== draft) hold(draft)
  }
  const deeds = {
    change,
    next: act(() => visit.next()),
    back: act(() => visit.back()),
    pick(draft: unknown) {
      change(draft)
      clearTimeout(advance)
      const { scene } = visit
      // Sending is left to a deliberate press.
      if (scene.kind === 'ask' && !scene.isLast) advance = setTimeout(() => visit.next(), pause)
    },
  }

  const draw = (scene: Scene) => {
    const headingLevel = mode === 'page' ? 'h1' : 'h2'
    if (scene.kind === 'ask') {
      return (
        <Card
          {...deeds}
          say={visit.say}
          headingLevel={headingLevel}
          form={definition}
          scene={scene}
          input={inputOf(scene.question.kind)}
          upload={visit.upload}
          notYou={visit.isReturning ? options.onNotYou : undefined}
        />
      )
    }
    const Closing = at?.closing
    return scene.kind === 'opening' || !Closing ? null : (
      <Closing headingLevel={headingLevel} scene={scene} fullPage={options.fullPage} />
    )
  }

  const onScene = (moved?: 'forward' | 'back') => {
    const { scene } = visit
    if (moved) stage.dataset['moved'] = moved
    render(draw(scene), stage)
    const isRefused = scene.kind === 'ask' && scene.error
    if (hasActed && (moved || isRefused || scene.kind !== 'ask')) focusOn(stage)
    if (
      scene.kind === 'ended' &&
      scene.ending.kind === 'redirect' &&
      isWebAddress(scene.ending.url)
    )
      navigate(scene.ending.url)
    options.onScene?.(scene)
  }

  stage.addEventListener('keydown', (event) => {
    const { scene } = visit
    const draft = scene.kind === 'ask' ? draftByKey(event, scene) : undefined
    if (draft === undefined) return
    event.preventDefault()
    change(draft)
    stage.querySelector<HTMLElement>('[type=radio]:checked')?.focus()
  })
  signal.addEventListener('abort', () => clearTimeout(advance))

  const equip = (arrived: Equipment) => {
    at = arrived
    dress(arrived.css)
    visit = arrived.open({ signal, onScene })
    const ofFirst = inputOf
    const ofOthers = arrived.inputs({
      signal,
      dress,
      redraw(kind) {
        const { scene } = visit
        if (scene.kind !== 'ask' || scene.question.kind !== kind) return
        onScene()
        if (hasActed) focusOn(stage)
      },
    })
    inputOf = (kind) => ofFirst(kind) ?? ofOthers(kind)
    onScene()
  }
  if ('open' in equipment) equip(equipment)
  else {
    const early = createEarlyVisit(definition, { isFresh: equipment.isFresh, onScene })
    visit = early
    onScene()
    void equipment.arriving.then((arrived) => {
      if (signal.aborted) return
      equip(arrived)
      early.handOver(visit)
    }, equipment.onBroken)
  }
  if (hasActed) focusOn(stage)

  return () => {
    life.abort()
    render(null, stage)
    stage.remove()
    leave()
  }
}

/** The given root, or a new one inside an element, and its style sheets while we are there. */
const enter = (place: ShadowRoot | HTMLElement) => {
  const host = document.createElement('div')
  if (place instanceof HTMLElement) place.append(host)
  const root = place instanceof ShadowRoot ? place : host.attachShadow({ mode: 'open' })
  const sheets: CSSStyleSheet[] = []
  const dress = (style: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    sheets.push(sheet)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  const leave = () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
    host.remove()
  }
  return { root, dress, leave }
}

/** The control of a question, or the heading of a closing. */
export const focusOn = (stage: Element) => {
  const control = [
    'input[aria-invalid=true]',
    'input:checked',
    'input, select, textarea',
    '[type=submit]',
    '[tabindex]',
  ]
    .map((selector) => stage.querySelector<HTMLElement>(selector))
    .find((found) => found !== null)
  control?.focus({ preventScroll: true })
  stage.scrollIntoView({ block: 'nearest' })
}
