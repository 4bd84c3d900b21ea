import { randomUUID } from 'node:crypto'
import type { DemoWorkspace } from '../product.ts'
import { directorOf, readerOf } from './answers.ts'
import { pause } from './extent.ts'
import { createCaller, type Caller } from './post.ts'

/** What a visitor knows of one submission, however often it was sent. */
export interface Sent {
  readonly key: string
  readonly email: string
  /** The id in each answer that said "received". */
  readonly receipts: readonly string[]
  /** Answers that were neither that nor "come again". */
  readonly refusals: readonly number[]
}

export interface Crowd {
  readonly sent: readonly Sent[]
  /** How often anybody was told "received". */
  received(): number
  /** Nobody begins anew; resolves when everybody has an answer or has given up. */
  leave(): Promise<void>
}

interface Place {
  readonly baseUrls: readonly string[]
  readonly forms: DemoWorkspace['forms']
}

interface Manners {
  readonly visitors: number
  /** How often one submission is sent while no answer comes. */
  readonly tries: number
  /** Chance that a visitor, before the next submission, sends an earlier one again. */
  readonly asksAgain?: number
  /** Share of submissions that are sent once and not followed up. */
  readonly givesUp?: number
}

/** Visitors who submit as fast as they are answered, each submission under a key and an address of its own. */
export const gather = ({ baseUrls, forms }: Place, manners: Manners): Crowd => {
  const { tries, asksAgain = 0, givesUp = 0 } = manners
  const letters: Letter[] = []
  let told = 0
  let isOver = false

  const write = (visitor: number): Letter => {
    const isDirector = letters.length % 2 === 0
    const email = `visitor-${letters.length}-${randomUUID().slice(0, 8)}@crowd.example`
    const form = forms[isDirector ? 'demo-request' : 'content-download']
    const letter = {
      key: `crowd-${randomUUID()}`,
      email,
      receipts: [],
      refusals: [],
      url: `${baseUrls[visitor % baseUrls.length]}/v1/public/forms/${form}/submissions`,
      body: JSON.stringify(isDirector ? directorOf(email) : readerOf(email)),
    }
    letters.push(letter)
    return letter
  }

  const visit = async (visitor: number): Promise<void> => {
    const caller = createCaller()
    const received: Letter[] = []
    while (!isOver) {
      const earlier = received[Math.floor(Math.random() * received.length)]
      if (earlier && Math.random() < asksAgain) told += await send(earlier, { caller, tries })
      const letter = write(visitor)
      told += await send(letter, { caller, tries: Math.random() < givesUp ? 1 : tries })
      if (letter.receipts.length > 0) received.push(letter)
    }
    caller.close()
  }

  const visits = Array.from({ length: manners.visitors }, (_, visitor) => visit(visitor))
  return {
    sent: letters,
    received: () => told,
    async leave() {
      isOver = true
      await Promise.all(visits)
    },
  }
}

interface Letter extends Sent {
  readonly receipts: string[]
  readonly refusals: number[]
  readonly url: string
  readonly body: string
}

/** Resolves to 1 once it was received, to 0 when it was refused or the tries ran out. */
const send = async (
  { key, receipts, refusals, url, body }: Letter,
  { caller, tries }: { caller: Caller; tries: number },
): Promise<0 | 1> => {
  for (let tried = 0; tried < tries; tried++) {
    const { status, text } = await caller.post(url, { key, body })
    if (status === 200 || status === 201) {
      receipts.push((JSON.parse(text) as { submissionId: string }).submissionId)
      return 1
    }
    if (status !== 0 && status !== 503) {
      refusals.push(status)
      return 0
    }
    await pause(20 + Math.random() * 40)
  }
  return 0
}
