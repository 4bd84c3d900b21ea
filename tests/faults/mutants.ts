import type { Patch } from './bundle.ts'

/** A server that breaks one promise. The suites must find it out, or they prove nothing. */
export interface Mutant {
  readonly patches: readonly Patch[]
  /** What the database must lose too, for it holds the promise as well. */
  readonly statement?: string
}

export const mutants = {
  /** Rows are written and answered; the commit that puts them on disk follows a little later. */
  'answers before the commit': {
    patches: [
      { find: 'commit.run();', put: '' },
      {
        find: 'begin.run();',
        put: 'if (client.inTransaction) return true; begin.run(); setTimeout(() => commit.run(), 25);',
      },
    ],
  },
  /** The lead is committed first, what it owes to others afterwards. */
  'owes in a second transaction': {
    patches: [
      {
        find: 'const stepsOf = ({ tables }, { writes',
        put: 'const stepsOf = ({ tables, atomically }, { writes',
      },
      {
        find: '{ write: (q) => q.insertMany(outbox, writes.outbox.map(outboxRow)) },',
        put: `...(setImmediate(() => atomically({ read: () => ({}), decide: () => ({ value: undefined, steps: [
          { write: (q) => q.insertMany(outbox, writes.outbox.map(outboxRow)) } ] }) })), []),`,
      },
    ],
  },
  /** Keys are remembered by the process instead of the database. */
  'remembers keys in memory': {
    patches: [
      {
        find: 'const earlier = ledger.earlier(submission);',
        put: 'const earlier = (globalThis.keys ??= new Map()).get(submission.key);',
      },
      {
        find: 'added.push(record);',
        put: 'added.push(record); (globalThis.keys ??= new Map()).set(record.key, record);',
      },
    ],
    statement: 'DROP INDEX submissions_key',
  },
  /** A delivery counts as done before it is made. */
  'settles before it sends': {
    patches: [
      {
        find: 'const sent = await trySending(row);',
        put: `await outbox.settle(owner, settlementOf(row, { sent: { kind: "done" }, now: clock(), chance: 0 }));
          const sent = await trySending(row);`,
      },
    ],
  },
  /** A receiver cannot tell a second try from a second event. */
  'names each try anew': {
    patches: [
      { find: '"webhook-id": row.id,', put: '"webhook-id": row.id + row.attempts,' },
      { find: '.sign(row.id, now, body)', put: '.sign(row.id + row.attempts, now, body)' },
    ],
  },
  /** Other nodes are not told of what this one committed. */
  'keeps commits to itself': {
    patches: [
      {
        find: 'const told = decision.announces && notification(decision.announces);',
        put: 'const told = undefined;',
      },
    ],
  },
  /** A request to stop ends the process at once. */
  'drops what it accepted': {
    patches: [{ find: 'await stopping;', put: 'await stopping; process.exit(0);' }],
  },
} satisfies { readonly [name: string]: Mutant }

/** The same server with the patience of a test: only its waits are shorter. */
export const impatient: Mutant = {
  patches: [
    { find: 'lease: 3e4,', put: 'lease: 5e3,' },
    { find: 'tryLimit: 2e4,', put: 'tryLimit: 3e3,' },
    { find: '30 * second,', put: '5 * second,' },
  ],
}
