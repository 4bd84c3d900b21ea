/** What a ranking says by itself. */
export const rankingWords = {
  all: 'Tick all of them, best first.',
  top: { one: 'Tick the best one.', other: 'Tick your top {0}, best first.' },
  most: { one: 'Tick the best one.', other: 'Tick up to {0}, best first.' },
  least: { one: 'Tick at least {0}, best first.', other: 'Tick at least {0}, best first.' },
  up: 'Move {0} up',
  down: 'Move {0} down',
  placed: '{0} is number {1} of {2}.',
  unplaced: '{0} is no longer ranked.',
}
