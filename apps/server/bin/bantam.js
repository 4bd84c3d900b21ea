/**
 * `npm run --silent bantam -- COMMAND`: the command line. Standard output belongs to the command;
 * what has to be installed or built first is told on standard error.
 */
import './node-version.js'
import { makeReady } from './ready.js'
import { run } from './run.js'

await makeReady({ say: (line) => process.stderr.write(`${line}\n`) })
await run(process.argv.slice(2))
