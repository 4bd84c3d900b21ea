/** `npm start`: installs and builds what is missing or stale, then serves in this terminal. */
import './node-version.js'
import { makeReady } from './ready.js'
import { run } from './run.js'

await makeReady({ say: (line) => process.stdout.write(`${line}\n`) })
await run(['serve', ...process.argv.slice(2)])
