import { parseArgs } from 'node:util'
import { startGallery } from './gallery.ts'
import { takePictures, weigh } from './pictures.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const { screenshots } = parseArgs({ options: { screenshots: { type: 'string' } } }).values
const gallery = await startGallery()
try {
  await (screenshots === undefined ? untilStopped() : takeAll(screenshots))
} finally {
  await gallery.stop()
}

async function untilStopped() {
  say(`The gallery is at ${gallery.url}\nStop it with Ctrl+C.`)
  await new Promise<unknown>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve)
  })
}

async function takeAll(folder: string) {
  const files = await takePictures(gallery, folder)
  say(`${files.length} pictures are in ${folder}: ${Math.ceil(weigh(files) / 1024)} KB`)
}
