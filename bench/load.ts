import autocannon from 'autocannon'

/** Results of one burst of load. */
export interface Burst {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly refused: number
}

let serial = 0
const run = Math.random().toString(36).slice(2)

/** One submission of the demo's main form, a new person under a new key each time. */
export const submission = (): { key: string; body: string } => {
  serial += 1
  const key = `${run}-${serial}`
  return {
    key,
    body: JSON.stringify({
      version: 1,
      answers: answers(key),
      page: { url: 'https://www.demo.example/demo' },
    }),
  }
}

const answers = (key: string) =>
  Object.entries({
    'first-name': 'Dana',
    'work-email': `dana.${key}@cedar-robotics.example`,
    company: { name: 'Cedar Robotics' },
    role: 'r-director',
    'company-size': 's-201-1000',
    procurement: 'p-with-others',
    need: ['n-qualify', 'n-speed'],
    'need-detail': 'Our reps call people who only wanted the ebook. We want to stop that.',
    'monthly-leads': 300,
    'current-tool': 'c-crm',
    timeline: 't-quarter',
    budget: 'b-approved',
    'budget-size': 'bs-20k',
    'contact-consent': true,
  }).map(([questionId, value]) => ({ questionId, value }))

/** Submits to `url` from `connections` at once for `seconds`. */
export const burst = async (
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Burst> => {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { key, body } = submission()
          return {
            ...request,
            body,
            headers: {
              ...request.headers,
              'content-type': 'application/json',
              'idempotency-key': key,
            },
          }
        },
      },
    ],
  })
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors,
  }
}
