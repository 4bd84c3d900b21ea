/** Only what the load uses: the package brings no types of its own. */
declare module 'autocannon' {
  interface Request {
    readonly method?: string
    readonly body?: string
    readonly headers?: { readonly [name: string]: string }
  }
  interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    readonly requests: readonly (Request & {
      readonly setupRequest: (request: Request) => Request
    })[]
  }
  interface Result {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    /** Seconds. */
    readonly duration: number
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number }
  }
  const run: (options: Options) => Promise<Result>
  export default run
}
