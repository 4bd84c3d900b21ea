interface Limits {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** What a ranking says by itself. */
export const rankingWords = {
  how: ({ min, max }: Limits) =>
    max !== undefined && max === min
      ? `Tick your top ${max}, best first.`
      : max !== undefined
        ? `Tick up to ${max}, best first.`
        : min !== undefined
          ? `Tick at least ${min}, best first.`
          : 'Tick all of them, best first.',
  up: (label: string) => `Move ${label} up`,
  down: (label: string) => `Move ${label} down`,
  placed: (label: string, { rank, of }: { rank: number; of: number }) =>
    rank ? `${label} is number ${rank} of ${of}.` : `${label} is no longer ranked.`,
}
