import { pause } from './extent.ts'

/** Asks until the answer is "yes" or so many milliseconds have passed; resolves to the last answer. */
export const awaited = async (
  isSo: () => boolean | Promise<boolean>,
  most: number,
): Promise<boolean> => {
  const until = Date.now() + most
  for (;;) {
    if (await isSo()) return true
    if (Date.now() > until) return false
    await pause(50)
  }
}
