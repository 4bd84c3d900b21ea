import { accessSync, constants, mkdirSync } from 'node:fs'
import { WrongSettings } from './config.ts'

/** Makes the folder of the uploads, so that the first visitor with a file does not find out. Throws WrongSettings. */
export const makeUploadFolder = (folder: string): string => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new WrongSettings(
      `FILES_URL: ${folder} cannot be used (${why}). Name a folder that Bantam may write.`,
    )
  }
}
