/** `npm run package`: builds the npm package into dist/npm. */
import { fileURLToPath } from 'node:url'
import { buildPackage } from './build-package.js'

await buildPackage(fileURLToPath(new URL('../dist/npm', import.meta.url)))
