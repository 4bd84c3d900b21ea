import { signal } from '@preact/signals'
import { Banner } from '@bantam/ui'
import { WifiOff } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { connection } from './live.ts'

const isOnline = signal(navigator.onLine)
addEventListener('online', () => (isOnline.value = true))
addEventListener('offline', () => (isOnline.value = false))

/** A blip is not worth a line over the page. */
const patience = 3000

/** Says when the page cannot hear of new leads, and what becomes of what is done meanwhile. */
export const LiveBanner = ({ waiting }: { waiting: number }) => {
  const isBroken = connection.value === 'broken'
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    if (!isBroken) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), patience)
    return () => clearTimeout(timer)
  }, [isBroken])
  if (!isOnline.value) {
    return (
      <Banner tone="warning" icon={<WifiOff aria-hidden="true" />}>
        {waiting === 0
          ? 'You are offline. What you do is kept and sent when the network returns.'
          : `You are offline. ${waiting} ${waiting === 1 ? 'action is' : 'actions are'} kept and sent when the network returns.`}
      </Banner>
    )
  }
  return isBroken && isLasting ? (
    <Banner tone="warning" icon={<WifiOff aria-hidden="true" />}>
      Live updates have stopped. Reconnecting…
    </Banner>
  ) : null
}
