/** `npm run build`: builds the widget into dist. */
import { fileURLToPath } from 'node:url'
import { buildWidget } from './build-widget.js'

await buildWidget(fileURLToPath(new URL('../dist', import.meta.url)))
