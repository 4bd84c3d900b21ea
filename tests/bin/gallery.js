/** `npm run gallery`: builds what is stale and shows the widget in every kind, face, mode, theme and language. */
import '../../apps/server/bin/node-version.js'
import { passThrough } from '../../apps/server/bin/command.js'
import { makeReady, root } from '../../apps/server/bin/ready.js'

await makeReady({ say: (line) => process.stdout.write(`${line}\n`) })
process.exitCode = await passThrough(
  [process.execPath, '--import', 'tsx', 'tests/gallery/main.ts'],
  {
    cwd: root,
  },
)
