import { IconButton } from '@bantam/ui'
import { Monitor, RotateCcw, Smartphone } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'

/** The published form on a drawn page, in the mode that was chosen. What is answered there goes nowhere. */
export const SharePreview = ({ address }: { address: string | undefined }) => {
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop')
  const [round, setRound] = useState(0)
  const shown = useSettled(address)
  return (
    <section class="share-preview" aria-label="Try it">
      <header>
        <h3>Try it</h3>
        <div class="pane-tools">
          <IconButton
            size="small"
            label="Load again"
            icon={<RotateCcw aria-hidden="true" />}
            onClick={() => setRound(round + 1)}
          />
          <IconButton
            size="small"
            label="Desktop"
            aria-pressed={width === 'desktop'}
            icon={<Monitor aria-hidden="true" />}
            onClick={() => setWidth('desktop')}
          />
          <IconButton
            size="small"
            label="Phone"
            aria-pressed={width === 'phone'}
            icon={<Smartphone aria-hidden="true" />}
            onClick={() => setWidth('phone')}
          />
        </div>
      </header>
      <div class="share-window" data-width={width}>
        {shown ? (
          <iframe
            key={`${shown} ${round}`}
            src={shown}
            title="The form on a website"
            sandbox={ofOurs}
          />
        ) : (
          <p class="ui-quietly">Publish the form to try it here.</p>
        )}
      </div>
    </section>
  )
}

/** A page of our own: what it may not do is open dialogs or lead this page elsewhere. */
const ofOurs = 'allow-scripts allow-same-origin allow-forms allow-popups'

/** A text once nobody has typed at it for a moment. */
const useSettled = (text: string | undefined) => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 400)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
