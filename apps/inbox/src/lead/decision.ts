import type { DecisionRecord } from '@bantam/schema'
import type { ShapeName } from '@bantam/ui'

type Candidate = DecisionRecord['candidates'][number]

/** How the owner was found, as a sentence. */
export const howWords: { readonly [H in DecisionRecord['how']]: string } = {
  'existing-owner': 'They already had an owner, who keeps them.',
  named: 'The rule names the owner.',
  'round-robin': 'The pool took turns: most credit goes first.',
  widened: 'Nobody was free under all conditions, so working hours or caps were set aside.',
  manager: 'Nobody in the pool could take it: it went to the manager.',
  none: 'This destination has no owner.',
}

export const outcomeWords: {
  readonly [O in DecisionRecord['rules'][number]['outcome']]: { word: string; shape: ShapeName }
} = {
  matched: { word: 'Matched', shape: 'check' },
  passed: { word: 'Passed over', shape: 'dash' },
  fallback: { word: 'Fallback', shape: 'check' },
}

const leftOutWords: { readonly [L in NonNullable<Candidate['leftOut']>]: string } = {
  absent: 'Left out: away',
  'off-hours': 'Left out: outside working hours',
  'at-cap': 'Left out: has as many open leads as agreed',
  inactive: 'Left out: no longer active',
}

export const candidateWords = (candidate: Candidate, chosen: string | undefined): string =>
  candidate.userId === chosen
    ? 'Chosen'
    : candidate.leftOut === undefined
      ? 'Could have taken it'
      : leftOutWords[candidate.leftOut]

/** An alarm the manager was told of; undefined for one this page has no words for. */
export const alarmWords: { readonly [alarm: string]: string } = {
  overloaded: 'The owner has far more open leads than the others. The manager was told.',
  'no-candidate': 'Nobody could take this lead in time. The manager was told.',
}
