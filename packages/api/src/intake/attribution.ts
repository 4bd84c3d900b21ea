import type { Attribution, Hidden, Page, Touch } from '@bantam/schema'

const clickIds = ['gclid', 'gbraid', 'wbraid', 'dclid', 'fbclid', 'ttclid', 'msclkid']
const longest = 2048
const mostCampaignNames = 20

/**
 * What a page says of how its visitor got there: campaign and click ids of its address, referrer, landing page. Of an
 * address only those and the place are kept: what else follows its question mark may be anybody's name or key.
 */
export const touchOf = (page: Page | undefined, at: Date): Touch | undefined => {
  if (!page) return undefined
  return {
    ...campaignOf(page.url),
    ...(page.referrer && { referrer: cut(place(page.referrer)) }),
    landingPage: cut(place(page.url)),
    at: at.toISOString(),
  }
}

/** The first touch stays for ever; the last is the newest there is. */
export const attributionAfter = (
  before: Attribution | undefined,
  { start, end }: { start: Touch | undefined; end: Touch | undefined },
): Attribution | undefined => {
  const first = before?.first ?? start ?? end
  const last = end ?? start ?? before?.last
  return first && last && { first, last }
}

/** The campaign's own word for itself, else the site that sent the visitor, else "direct". */
export const sourceOf = (hidden: Hidden, page: Page | undefined): string => {
  const campaign = hidden['utm_source'] || (page && campaignOf(page.url)['utm_source'])
  if (campaign) return campaign.slice(0, 100)
  if (!page?.referrer) return 'direct'
  return URL.canParse(page.referrer) ? new URL(page.referrer).hostname || 'direct' : 'direct'
}

const campaignOf = (url: string): { [name: string]: string } => {
  if (!url.includes('?')) return {}
  const query = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams()
  const named = [...query].flatMap(([written, value]): [string, string][] => {
    const name = written.toLowerCase()
    const isCampaign = /^utm_[a-z\d_]{1,40}$/.test(name)
    return value !== '' && (isCampaign || clickIds.includes(name)) ? [[name, cut(value)]] : []
  })
  // An address may repeat a name: the first one counts, as it does for those who measure.
  return Object.fromEntries(named.toReversed().slice(-mostCampaignNames))
}

const place = (url: string): string => url.replace(/[?#].*$/s, '')

const cut = (text: string): string => {
  const clean = text.replaceAll(/\p{Cc}/gu, '')
  return clean.length <= longest ? clean : [...clean].slice(0, longest).join('')
}
