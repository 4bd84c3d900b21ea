/** `npm run build`: builds the stale parts; with `--force`, all of them. */
import './node-version.js'
import { makeReady } from './ready.js'

await makeReady({
  say: (line) => process.stdout.write(`${line}\n`),
  force: process.argv.includes('--force'),
})
process.stdout.write('Everything is built.\n')
