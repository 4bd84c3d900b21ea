import { Checkbox, Tabs } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { CopyField } from '../editor/CopyField.tsx'
import { settingsOf, type Placement } from './placement.ts'
import {
  frameSnippet,
  openerSnippet,
  pageAddress,
  scriptSnippet,
  type SharedForm,
} from './snippet.ts'

const ways = [
  { id: 'script', label: 'Script' },
  { id: 'file', label: 'One file' },
  { id: 'frame', label: 'Iframe' },
] as const

type Way = (typeof ways)[number]['id']

/** What to paste where, with what it is good for. */
export const ShareCode = ({ form, placement }: { form: SharedForm; placement: Placement }) => {
  const [chosen, setWay] = useState<Way>('script')
  const { mode, openedBy } = placement
  if (mode === 'page')
    return (
      <CopyField
        label="Link"
        text={pageAddress(form, { placement })}
        help="The form on a page of its own, for mails, posts and QR codes."
      />
    )
  // A frame stands where it is: only a form in the page can be one.
  const offered = ways.filter(({ id }) => id !== 'frame' || mode === 'inline')
  const way = offered.find(({ id }) => id === chosen)?.id ?? 'script'
  return (
    <section class="share-code" aria-label="Code">
      <Tabs label="Kind of code" items={offered} current={way} onSelect={setWay} />
      {way === 'frame' ? <FrameCode form={form} placement={placement} /> : null}
      {way === 'script' ? (
        <CopyField
          label="Code for your website"
          text={scriptSnippet(form, { placement, isOneFile: false })}
          help={`${placeOf[mode]} It loads beside your page, never in its way; without scripts, visitors get a link.`}
        />
      ) : null}
      {way === 'file' ? (
        <CopyField
          label="Code for your website"
          text={scriptSnippet(form, { placement, isOneFile: true })}
          help="The same with the form inside the script: the first question is there sooner. Best where this is the only form of a page."
        />
      ) : null}
      {settingsOf(mode).button && openedBy === 'click' ? (
        <CopyField
          label="A link or button of your own"
          text={openerSnippet(form, placement.buttonText || 'Open the form')}
          help="Opens the form from anywhere on the page. With one, a popup or slider brings no button."
        />
      ) : null}
    </section>
  )
}

const FrameCode = ({ form, placement }: { form: SharedForm; placement: Placement }) => {
  const [isFitting, setFitting] = useState(false)
  const [token] = useState(() => crypto.randomUUID().slice(0, 8))
  return (
    <>
      <CopyField
        label="Code for your website"
        text={frameSnippet(form, isFitting ? { placement, token } : { placement })}
        help="For pages that forbid scripts of others. Answers and calendar work the same; what a visitor did elsewhere on your site is not seen."
      />
      <Checkbox
        label="As tall as the form"
        help="Adds a few words of script of your page’s own, which heed this frame alone."
        isChecked={isFitting}
        onChecked={setFitting}
      />
    </>
  )
}

const placeOf: { readonly [K in Exclude<Placement['mode'], 'page'>]: string } = {
  inline: 'Paste it where the form should appear.',
  popup: 'Paste it where the button should be, or anywhere when a link of yours opens it.',
  slider: 'Paste it where the button should be, or anywhere when a link of yours opens it.',
  sidetab: 'Paste it anywhere, best before the end of the page.',
  popover: 'Paste it anywhere, best before the end of the page.',
}
