import type { Storage } from '@bantam/storage'

/** Counts form views in memory and adds them to the day's sums every two seconds. */
export interface Views {
  add(workspaceId: string, formId: string): void
  flush(): Promise<void>
}

/** A crash loses at most two seconds of counts, never an answer. */
export const createViews = (storage: Pick<Storage, 'forms'>, clock: () => Date): Views => {
  const waiting = new Map<string, { workspaceId: string; formId: string; views: number }>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const counted = [...waiting.values()]
    waiting.clear()
    const day = clock().toISOString().slice(0, 10)
    for (const { workspaceId, formId, views } of counted)
      await storage.forms.count(workspaceId, formId, { day, views })
  }
  return {
    add(workspaceId, formId) {
      const entry = waiting.get(formId) ?? { workspaceId, formId, views: 0 }
      waiting.set(formId, { ...entry, views: entry.views + 1 })
      timer ??= setTimeout(() => void flush().catch(() => undefined), 2000).unref()
    },
    flush,
  }
}
