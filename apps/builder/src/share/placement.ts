export type Mode = 'inline' | 'popup' | 'slider' | 'sidetab' | 'popover' | 'page'

export type OpenedBy = 'click' | 'load' | 'time' | 'scroll' | 'exit'

/** How a form shall stand on a website, as the share dialog asks it. */
export interface Placement {
  readonly mode: Mode
  /** As the form itself says when empty. */
  readonly face: '' | 'card' | 'chat'
  readonly buttonText: string
  readonly side: 'right' | 'left'
  readonly openedBy: OpenedBy
  /** Seconds for `time`, percent of the page for `scroll`. */
  readonly openValue: string
  readonly staysClosed: boolean
}

export const firstPlacement: Placement = {
  mode: 'inline',
  face: '',
  buttonText: '',
  side: 'right',
  openedBy: 'click',
  openValue: '',
  staysClosed: true,
}

/** What a mode can be told, beyond how the form looks. */
export const settingsOf = (
  mode: Mode,
): { readonly button: boolean; readonly side: boolean; readonly opening: boolean } => ({
  button: mode === 'popup' || mode === 'slider' || mode === 'sidetab',
  side: mode === 'slider' || mode === 'sidetab' || mode === 'popover',
  opening: mode !== 'inline' && mode !== 'page',
})

/**
 * The options of the snippet, `button-text` for `data-button-text`; what is as usual is left out. A button that is there
 * before its form has the form's colour.
 */
export const optionsOf = (
  placement: Placement,
  { accent }: { readonly accent?: string | undefined } = {},
): readonly (readonly [string, string])[] => {
  const { mode, face, buttonText, side, openedBy, staysClosed } = placement
  const can = settingsOf(mode)
  const opensItself = can.opening && openedBy !== 'click'
  const value = opensItself ? openValueOf(placement) : undefined
  return [
    ...(mode === 'inline' ? [] : [['mode', mode] as const]),
    ...(face ? [['face', face] as const] : []),
    ...(can.button && buttonText ? [['button-text', buttonText] as const] : []),
    ...(can.opening && accent ? [['theme-accent', accent] as const] : []),
    ...(can.side && side === 'left' ? [['position', side] as const] : []),
    ...(opensItself ? [['open', openedBy] as const] : []),
    ...(value ? [['open-value', value] as const] : []),
    ...(opensItself && staysClosed ? [['prevent-reopen-on-close', ''] as const] : []),
  ]
}

/** The snippet counts time in milliseconds. */
const openValueOf = ({ openedBy, openValue }: Placement): string | undefined => {
  const number = Number.parseFloat(openValue)
  if (!(number >= 0)) return usual[openedBy]
  return openedBy === 'time' ? String(Math.round(number * 1000)) : String(Math.min(number, 100))
}

const usual: { readonly [K in OpenedBy]: string | undefined } = {
  click: undefined,
  load: undefined,
  time: '10000',
  scroll: '50',
  exit: undefined,
}
