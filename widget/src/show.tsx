import type { Form, QuestionKind } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import type { Rehearsal } from './drawing/rehearse.ts'
import type { heedPresses } from './presses.ts'
import { createSketch } from './drawing/sketch.ts'
import { createEarlyVisit, type EarlyVisit } from './early-visit.ts'
import { Card } from './faces/Card.tsx'
import type { ClosingProps } from './faces/Closing.tsx'
import { firstInputs } from './inputs/first-inputs.ts'
import type { InputProps } from './inputs/input.ts'
import type { stepsOf } from './inputs/steps.ts'
import { draftByKey, isOwnKey, isWriting } from './keys.ts'
import { english, type Speech } from './speech.ts'
import type { OpenVisit, Past, Scene, Visit } from './visit.ts'
import controls from './controls.css?inline'
import frame from './frame.css?inline'

export interface ShowOptions {
  /** The form as browsers may see it. */
  readonly definition: Form
  /** What the widget says by itself; English when absent. */
  readonly speech?: Speech | undefined
  /** Style of the form's own look. */
  readonly look?: string
  readonly mode: 'inline' | 'page' | 'panel'
  /** Address of the form on its own page, offered when this place cannot go on. */
  readonly fullPage?: string
  /** Begins anew as somebody else: offered where answers from before are counted on. */
  readonly onNotYou?: () => void
  /** Whether to take the focus as soon as there is something to focus. */
  readonly takesFocus?: () => boolean
  /** Told of each scene, after it is on the screen. */
  readonly onScene?: (scene: Scene) => void
}

/** What a visit needs beyond its first question. */
export interface Equipment {
  readonly open: OpenVisit
  /** Draws inside an element, or takes away what is drawn there. */
  readonly paint: (said: ComponentChild, stage: Element) => void
  /** Goes on with elements that stand as `said`. */
  readonly adopt: (said: ComponentChild, stage: Element) => void
  /** Draws once unseen what is likely to come next. */
  rehearse(drawn: Rehearsal): void
  /** Looks after presses that say less, or more, than was meant. */
  readonly heed: typeof heedPresses
  /** The inputs of the other kinds; `redraw` is called when one has arrived after it was asked for. */
  inputs(watch: {
    readonly signal: AbortSignal
    dress(css: string): void
    redraw(kind: QuestionKind): void
  }): (kind: QuestionKind) => Input
  /** All of it in the visitor's language. */
  readonly form: Form
  readonly closing: (props: ClosingProps) => ComponentChild
  /** The free text beside choices. */
  readonly other: (props: InputProps) => ComponentChild
  /** What keys pick on a rating or scale. */
  readonly stepsOf: typeof stepsOf
  /** What was not there yet of it at the first question. */
  readonly speech?: Speech | undefined
  /** How the form is drawn where not as cards. */
  readonly face?: Face | false | undefined
  readonly css: string
  /** Goes where an ending leads by itself. */
  follow(scene: Scene): void
}

/** Another way to draw a form than one card after the other. */
export interface Face {
  /** Class of the stage. */
  readonly name: string
  readonly css: string
  /** What stands above the question. */
  before(told: {
    readonly visit: Visit
    readonly speech: Speech
    back(to: Past): void
  }): ComponentChild
  /** Brings what is new in sight. */
  settle(stage: HTMLElement): void
}

type Input = (props: InputProps) => ComponentChild

/** Equipment still to be loaded. `isFresh` when no earlier visit is kept that would go on elsewhere. */
interface Arriving {
  arrive(): Promise<Equipment>
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
  const { definition, mode } = options
  const { language } = definition
  const life = new AbortController()
  const { signal } = life
  const { root, dress, leave } = enter(place)
  dress(controls + frame + (options.look ?? ''))
  const stage = document.createElement('div')
  stage.className = `stage ${mode}`
  stage.lang = language
  stage.dir = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language) ? 'rtl' : 'ltr'
  root.append(stage)

  /** An inline widget never takes the focus before the visitor has acted. */
  let hasActed =
    options.takesFocus?.() || (mode === 'page' && matchMedia('(pointer: fine)').matches)
  let advance: ReturnType<typeof setTimeout> | undefined
  /** Whether the last that the visitor did was to pick a choice. */
  let isPicked = false
  let visit: Visit
  let at: Equipment | undefined
  let { definition: form, speech = english } = options
  let inputOf = (kind: QuestionKind) => firstInputs[kind as keyof typeof firstInputs] as Input
  const sketching = new AbortController()
  let paint: Equipment['paint'] = createSketch(stage, sketching.signal)

  /** Sending is left to a deliberate press; which question is the last one, only the equipment knows. */
  const goOn = () => {
    const { scene } = visit
    if (at && scene.kind === 'ask' && !scene.isLast) visit.next()
  }
  const act =
    <A extends unknown[]>(deed: (...given: A) => void) =>
    (...given: A) => {
      clearTimeout(advance)
      isPicked = false
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
      isPicked = true
      advance = setTimeout(goOn, pause)
    },
  }

  const reopen = act((to: Past) => visit.back(to))

  const draw = (scene: Scene) => {
    const headingLevel = mode === 'page' ? 'h1' : 'h2'
    const before = at?.face && at.face.before({ visit, speech, back: reopen })
    if (scene.kind === 'ask') {
      return (
        <Card
          {...deeds}
          before={before}
          speech={speech}
          headingLevel={headingLevel}
          form={form}
          scene={scene}
          input={inputOf(scene.question.kind)}
          upload={visit.upload}
          other={at?.other}
          notYou={visit.isReturning ? options.onNotYou : undefined}
        />
      )
    }
    const Closing = at?.closing
    return scene.kind === 'opening' || !Closing ? null : (
      <>
        {before}
        <Closing
          headingLevel={headingLevel}
          scene={scene}
          fullPage={options.fullPage}
          speech={speech}
        />
      </>
    )
  }

  const onScene = (moved?: 'forward' | 'back') => {
    const { scene } = visit
    paint(draw(scene), stage)
    // Only now: what leaves would be styled once more for it.
    if (moved) stage.dataset['moved'] = moved
    const isNew = moved || scene.kind !== 'ask' || scene.error
    if (hasActed && isNew) focusOn(stage)
    // What the face brings in sight by itself has the last word.
    if (isNew && at?.face) at.face.settle(stage)
    at?.follow(scene)
    options.onScene?.(scene)
    if (moved) at?.rehearse({ stage, visit, draw, signal })
  }

  stage.addEventListener('keydown', (event) => {
    if (isOwnKey(event)) event.stopPropagation()
    if (isWriting(event)) return
    const { scene } = visit
    if (scene.kind !== 'ask') return
    const asked = { ...scene, speech }
    const draft = draftByKey(event, asked, at?.stepsOf(scene.question, asked))
    if (draft === undefined) return
    event.preventDefault()
    change(draft)
    stage.querySelector<HTMLElement>('[type=radio]:checked')?.focus()
  })
  signal.addEventListener('abort', () => clearTimeout(advance))

  const equip = (arrived: Equipment, early?: EarlyVisit) => {
    if (early) arrived.adopt(draw(early.scene), stage)
    sketching.abort()
    paint = arrived.paint
    at = arrived
    form = arrived.form
    speech = arrived.speech ?? speech
    dress(arrived.css)
    const { face } = arrived
    if (face) {
      dress(face.css)
      stage.classList.add(face.name)
    }
    visit = arrived.open({ signal, onScene, root })
    at.heed({ stage, visit, signal })
    const ofFirst = inputOf
    const ofOthers = arrived.inputs({
      signal,
      dress,
      redraw(kind) {
        const { scene } = visit
        if (scene.kind !== 'ask' || scene.question.kind !== kind) return
        onScene()
        if (hasActed) focusOn(stage)
        if (face) face.settle(stage)
      },
    })
    inputOf = (kind) => ofFirst(kind) ?? ofOthers(kind)
    if (early?.draft !== undefined) visit.change(early.draft)
    // Also where nothing is asked any more: another tab may have sent it meanwhile.
    onScene()
    if (face) face.settle(stage)
    arrived.rehearse({ stage, visit, draw, signal })
  }
  if ('open' in equipment) equip(equipment)
  else {
    const early = createEarlyVisit(definition, { isFresh: equipment.isFresh, onScene })
    visit = early
    onScene()
    const isDrawn = visit.scene.kind === 'ask'
    const fetched = async () => {
      if (isDrawn) await seen()
      return signal.aborted ? undefined : equipment.arrive()
    }
    void fetched().then((arrived) => {
      if (!arrived || signal.aborted) return
      equip(arrived, early)
      if (early.isGoingOn) visit.next()
      else if (isPicked) goOn()
      if (!isDrawn && (hasActed || options.takesFocus?.())) focusOn(stage)
    }, equipment.onBroken)
  }
  if (hasActed) focusOn(stage)

  return () => {
    life.abort()
    at?.paint(null, stage)
    stage.remove()
    leave()
  }
}

/**
 * Resolves when what was drawn is on the screen: asking for files before that would only keep it waiting. A hidden page
 * paints nothing, and one that has broken its frames tells of none: neither is waited for longer than this.
 */
const seen = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 200)
    try {
      // The next frame draws it, and that it has been drawn is known in the one after.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          clearTimeout(late)
          setTimeout(resolve)
        }),
      )
    } catch {
      // Then the time alone tells.
    }
  })

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
  const find = (selector: string) => stage.querySelector<HTMLElement>(selector)
  const control =
    find('input[aria-invalid=true]') ??
    find(':is([role=radiogroup], tbody tr):not(:has(:checked)) input') ??
    find('input:checked') ??
    find('input, select, textarea') ??
    find('[type=submit]') ??
    find('[tabindex]')
  control?.focus({ preventScroll: true })
  // All of it where there is room, else what is asked, and in any case where it is answered.
  for (const one of [stage, find('h1, h2'), control]) one?.scrollIntoView({ block: 'nearest' })
}
