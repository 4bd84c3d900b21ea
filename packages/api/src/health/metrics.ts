import type { Lane } from '@bantam/schema'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts. No label ever names a person, a workspace or an address. */
export interface Metrics {
  /** `route` is the pattern, so that ids never become labels. */
  request(seen: { method: string; route: string; status: number; seconds: number }): void
  submissionAccepted(lane: Lane): void
  /** A submission that was not taken: by the field that people do not see, or for want of a proof of work. */
  spamStopped(by: 'trap' | 'proof'): void
  streamOpened(): void
  streamClosed(): void
  /** Prometheus text. */
  text(): Promise<string>
  readonly contentType: string
}

/** `pending` is asked at every scrape for the number of outbox rows that wait. */
export const createMetrics = (sources: { pending: () => Promise<number> }): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'bantam_http_request_duration_seconds',
    help: 'Requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const submissions = new Counter({
    name: 'bantam_submissions_total',
    help: 'Submissions accepted, by lane',
    labelNames: ['lane'],
    registers,
  })
  const spam = new Counter({
    name: 'bantam_spam_stopped_total',
    help: 'Submissions that were not taken as a person’s, by what gave them away',
    labelNames: ['by'],
    registers,
  })
  const streams = new Gauge({ name: 'bantam_live_streams', help: 'Open live streams', registers })
  new Gauge({
    name: 'bantam_outbox_pending',
    help: 'Deliveries that wait to be sent',
    registers,
    async collect() {
      this.set(await sources.pending())
    },
  })
  return {
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    submissionAccepted: (lane) => submissions.inc({ lane }),
    spamStopped: (by) => spam.inc({ by }),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
