import { signal, type ReadonlySignal } from '@preact/signals'
import { client, type FormDetail } from '../client.ts'

/** Whether visitors' browsers must prove some work: switched at once, beside draft and versions. */
export interface Protection {
  readonly asksProof: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<string | undefined>
  set(asksProof: boolean): Promise<void>
}

export const createProtection = (
  { id, asksProof: before }: Pick<FormDetail, 'id' | 'asksProof'>,
  protect = client.protect,
): Protection => {
  const asksProof = signal(before)
  const problem = signal<string | undefined>(undefined)
  return {
    asksProof,
    problem,
    async set(next) {
      const last = asksProof.peek()
      asksProof.value = next
      problem.value = undefined
      try {
        await protect(id, next)
      } catch (error) {
        asksProof.value = last
        problem.value = `Not changed. ${error instanceof Error ? error.message : 'Try again.'}`
      }
    },
  }
}
