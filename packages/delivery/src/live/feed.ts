/** What waits for one reader. It ends by itself when more than `limit` events wait. */
export interface Feed<T> {
  push(item: T): void
  end(): void
  hasEnded(): boolean
  /** For one reader, until the end; what still waits then is dropped. */
  items(): AsyncGenerator<T>
}

export const createFeed = <T>(limit: number): Feed<T> => {
  const waiting: T[] = []
  let isEnded = false
  let wakeUp = () => {}
  const end = () => {
    isEnded = true
    waiting.length = 0
    wakeUp()
  }
  return {
    push(item) {
      if (isEnded) return
      if (waiting.length >= limit) return end()
      waiting.push(item)
      wakeUp()
    },
    end,
    hasEnded: () => isEnded,
    async *items() {
      for (;;) {
        const [item] = waiting.splice(0, 1)
        if (item !== undefined) yield item
        else if (isEnded) return
        else await new Promise<void>((resolve) => (wakeUp = resolve))
      }
    },
  }
}
