import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongSettings } from './config.ts'

/** Makes the folder of the uploads, so that the first visitor with a file does not find out. Throws WrongSettings. */
export const makeUploadFolder = (folder: string): string => {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new WrongSettings(
      `FILES_URL: ${folder} cannot be used (${why}). Name a folder that Bantam may write.`,
    )
  }
}

/** Parent by parent: Node's own recursive way never returns from a place where nothing can be made, such as /proc. */
const makeFolder = (folder: string): void => {
  const parent = dirname(folder)
  if (!existsSync(parent)) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // It was there before, or another node made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
