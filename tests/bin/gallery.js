/**
 * `npm run gallery`: builds what is stale and shows the widget in every kind, face, mode, theme and
 * language. `npm run gallery -- --screenshots FOLDER` takes the pictures of the documentation instead.
 */
import '../../apps/server/bin/node-version.js'
import { register } from 'tsx/esm/api'
import { makeReady } from '../../apps/server/bin/ready.js'

await makeReady({ say: (line) => process.stdout.write(`${line}\n`) })
register()
await import('../gallery/main.ts')
