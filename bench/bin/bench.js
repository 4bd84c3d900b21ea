/** `npm run bench`: builds what is stale, then runs the benchmarks. Arguments go to them. */
import '../../apps/server/bin/node-version.js'
import { passThrough } from '../../apps/server/bin/command.js'
import { makeReady, root } from '../../apps/server/bin/ready.js'

await makeReady({ say: (line) => process.stdout.write(`${line}\n`) })
process.exitCode = await passThrough(
  [process.execPath, '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)],
  { cwd: root },
)
