import { startGallery } from './gallery.ts'

// `npm run gallery`: every kind, face, mode, theme and language of the widget on one website, until it is stopped.
const gallery = await startGallery()
process.stdout.write(`The gallery is at ${gallery.url}\nStop it with Ctrl+C.\n`)
await new Promise<void>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
})
await gallery.stop()
