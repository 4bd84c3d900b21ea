/** A wake-up call that is never missed: rung while nobody waits, it ends the next wait at once. */
export const createBell = () => {
  let isRung = false
  let wakeUp = () => {}
  return {
    ring(): void {
      isRung = true
      wakeUp()
    },
    /** Resolves when the bell is rung, or after `ms`. */
    async wait(ms: number): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isRung = false
    },
  }
}
