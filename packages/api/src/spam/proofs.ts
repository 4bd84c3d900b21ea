import { createHmac } from 'node:crypto'
import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'

/** What work is asked of and for: one submission of one form, named by its Idempotency-Key. */
export interface Task {
  readonly formId: string
  readonly key: string
}

/** `spent` is good work on a challenge that has expired since. */
export type Worth = 'good' | 'missing' | 'spent' | 'bad'

/**
 * Proofs of work as ALTCHA defines them: SHA-256, signed. A challenge names the submission that it is for, and a
 * submission is stored once per key: so a proof counts once, on every node, and nothing has to be remembered.
 */
export interface Proofs {
  challenge(task: Task): Promise<Challenge>
  /** What a `Bantam-Proof` header is worth: base64 of ALTCHA's payload. */
  worthOf(header: string | undefined, task: Task): Promise<Worth>
}

/** Hashes that are asked for at least and at most; browsers do some hundred thousand a second. */
const WORK = { least: 100_000, most: 300_000 }
const lifetime = 3_600_000
const longest = 4096

/** `secret` is the installation's own; the keys that sign challenges are derived from it. */
export const createProofs = (
  secret: Uint8Array,
  { work = WORK, clock = Date.now }: { work?: typeof WORK; clock?: () => number } = {},
): Proofs => {
  const derived = (use: string) => createHmac('sha256', secret).update(use).digest('base64url')
  const secrets = {
    hmacSignatureSecret: derived('proof of work: challenge'),
    hmacKeySignatureSecret: derived('proof of work: solution'),
  }
  const means = { ...secrets, deriveKey }
  return {
    challenge: ({ formId, key }) =>
      createChallenge({
        ...means,
        algorithm: 'SHA-256',
        cost: 1,
        counter: randomInt(work.most, work.least),
        expiresAt: Math.ceil((clock() + lifetime) / 1000),
        data: { formId, key },
      }),

    async worthOf(header, { formId, key }) {
      if (header === undefined) return 'missing'
      const payload = readPayload(header)
      if (!payload) return 'bad'
      const { challenge, solution } = payload
      const { data, expiresAt } = challenge.parameters
      if (data.formId !== formId || data.key !== key) return 'bad'
      // Expiry is ours to judge: whoever changes it breaks the signature.
      const { verified, expired } = await verifySolution({ ...means, challenge, solution })
      if (expired || expiresAt * 1000 < clock()) return 'spent'
      return verified ? 'good' : 'bad'
    },
  }
}

const hex = z.string().regex(/^[0-9a-f]{2,128}$/)

/** Exactly what `challenge` makes: the signature covers these and no other parameters. */
const Payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('SHA-256'),
      cost: z.literal(1),
      data: z.object({ formId: z.string(), key: z.string() }),
      expiresAt: z.number(),
      keyLength: z.literal(32),
      keyPrefix: hex,
      keySignature: hex,
      nonce: hex,
      salt: hex,
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
})

const readPayload = (header: string): z.infer<typeof Payload> | undefined => {
  if (header.length > longest) return undefined
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(header, 'base64').toString('utf8'))).data
  } catch {
    return undefined
  }
}
