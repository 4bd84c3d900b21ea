import { chromium, type Browser } from 'playwright'
import { findChromium, type Chromium } from './bin/chromium.js'

/** Nothing of the browser's own may reach for the network, and no sandbox where tests run as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let found: Promise<Chromium> | undefined

const find = (): Promise<Chromium> =>
  (found ??= findChromium((line) => void process.stderr.write(`${line}\n`)))

/** A headless Chromium with a fresh profile. Whoever launches it closes it. */
export const launch = async ({
  args = [],
}: { args?: readonly string[] } = {}): Promise<Browser> => {
  const { path, env } = await find()
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [...FLAGS, ...args],
    env: { ...environment(), ...env },
  })
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
