/**
 * SHA-256 (FIPS 180-4) of messages that fit into one block of 64 bytes, written for speed: the browser's own is
 * asynchronous, which costs more than the hash, and is missing on pages without https.
 */
export interface BlockHash {
  /** The message's last four bytes, as a number; the words after it are free to change between hashes. */
  last: number
  /** The first words of the hash. */
  run(): Int32Array
}

const primes = (count: number) => {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime > 0)) found.push(candidate)
  return found
}
/** The first 32 bits of the fractional part. */
const fraction = (value: number) => ((value % 1) * 2 ** 32) | 0
const K = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const H = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))

/** Of `start` and a word of four bytes that follows it. `start` has a multiple of four bytes, 48 at most. */
export const hashOf = (start: Uint8Array): BlockHash => {
  const words = start.length / 4
  const w = new Int32Array(64)
  const view = new DataView(start.buffer, start.byteOffset)
  const fixed = new Int32Array(16)
  for (let i = 0; i < words; i++) fixed[i] = view.getInt32(4 * i)
  fixed[words + 1] = 0x80000000 | 0
  fixed[15] = 8 * (start.length + 4)
  const hash = new Int32Array(8)
  return {
    last: 0,
    run() {
      w.set(fixed)
      w[words] = this.last
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15] ?? 0
        const y = w[i - 2] ?? 0
        w[i] =
          ((w[i - 16] ?? 0) +
            (w[i - 7] ?? 0) +
            (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
            (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) |
          0
      }
      let [a, b, c, d, e, f, g, h] = [
        H[0] ?? 0,
        H[1] ?? 0,
        H[2] ?? 0,
        H[3] ?? 0,
        H[4] ?? 0,
        H[5] ?? 0,
        H[6] ?? 0,
        H[7] ?? 0,
      ]
      for (let i = 0; i < 64; i++) {
        const one =
          (h +
            (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
            ((e & f) ^ (~e & g)) +
            (K[i] ?? 0) +
            (w[i] ?? 0)) |
          0
        const two =
          ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
            ((a & b) ^ (a & c) ^ (b & c))) |
          0
        h = g
        g = f
        f = e
        e = (d + one) | 0
        d = c
        c = b
        b = a
        a = (one + two) | 0
      }
      hash[0] = (H[0] ?? 0) + a
      hash[1] = (H[1] ?? 0) + b
      hash[2] = (H[2] ?? 0) + c
      hash[3] = (H[3] ?? 0) + d
      hash[4] = (H[4] ?? 0) + e
      hash[5] = (H[5] ?? 0) + f
      hash[6] = (H[6] ?? 0) + g
      hash[7] = (H[7] ?? 0) + h
      return hash
    },
  }
}
