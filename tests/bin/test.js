/**
 * `npm test`: installs, builds and finds a browser as needed, then runs every suite. Arguments go to
 * vitest (`npm test -- packages/engine`). The last line counts what ran.
 */
import '../../apps/server/bin/node-version.js'
import { makeReady } from '../../apps/server/bin/ready.js'
import { findChromium } from './chromium.js'
import { closingLine, isGreen, runVitest } from './vitest.js'

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`)

await makeReady({ say })
const { path } = await findChromium(say)
say(`Browser: ${path}`)
const tally = await runVitest(process.argv.slice(2))
say(`\n${closingLine(tally)}`)
process.exitCode = isGreen(tally) ? 0 : 1
