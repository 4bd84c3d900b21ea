/**
 * `npm run faults`: the fault suites in their long form: the same tests as in `npm test`, with many
 * more kills and a longer load.
 */
import '../../apps/server/bin/node-version.js'
import { makeReady } from '../../apps/server/bin/ready.js'
import { closingLine, isGreen, runVitest } from './vitest.js'

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`)

await makeReady({ say })
const tally = await runVitest(['--project', 'slow', 'tests/faults', ...process.argv.slice(2)], {
  FAULTS: 'long',
})
say(`\n${closingLine(tally)}`)
process.exitCode = isGreen(tally) ? 0 : 1
