import { pointerTo } from '../report.ts'
import { listOf } from '../typeform/json.ts'
import { opaque } from './domain.ts'
import { asStatement, makeFor } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import { baseOf, type Made, type Making } from './making.ts'
import type { Planned, Role } from './plan.ts'
import type { Placed } from './scope.ts'
import type { Around } from './survey.ts'

/** Makes the questions of a plan, each with its place, and reports what becomes of all it holds. */
export const questionsOf = (plan: readonly Planned[], making: Making): readonly Placed[] => {
  const { report } = making
  const placed: Placed[] = []
  for (const planned of plan) {
    const made = makers[planned.role](planned, making)
    if (!made) continue
    placed.push({ planned, made, place: placed.length })
    for (const around of planned.asked.within) reportAround(around, report)
  }
  return placed
}

const makers: {
  readonly [R in Role]: (planned: Planned, making: Making) => Made | undefined
} = {
  question: ({ asked, id }, making) => makeFor(asked.type)(asked, { id, making }),
  'read-only': ({ asked, id }, making) => asStatement(asked, { id, making }),
  computed: ({ asked, id }, making) => {
    making.report.use(asked.path, ['expression'])
    const { required: _required, ...base } = baseOf(asked, { id, making })
    return {
      question: { ...base, kind: 'statement', help: `{{calculation:${id}}}` },
      domain: opaque,
    }
  },
  constant: ({ asked: { path } }, { report }) => {
    report.use(path, ['visible', 'defaultValue'])
    report.change(
      path,
      'It is never shown, so it is not asked; rules that read it take its default.',
    )
    return undefined
  },
  hidden: ({ asked: { path, name } }, { report }) => {
    report.use(path, ['visible'])
    report.change(path, `It is never shown, so it is the hidden field "${name}".`)
    return undefined
  },
}

/** What holds questions is in the form as the section that they show. */
const reportAround = ({ path, raw }: Around, report: Ledger): void => {
  report.use(path, ['description'])
  const type = typeof raw['type'] === 'string' ? raw['type'] : 'page'
  const why = Object.hasOwn(taken, type) ? taken[type] : undefined
  if (why === undefined) return report.keep(path)
  report.change(path, why)
  listOf(raw['rows']).forEach((_, at) => {
    const row = pointerTo(path, 'rows', at)
    if (report.has(row)) report.keep(row)
  })
  report.use(path, ['cellType'])
}

const taken: { readonly [type: string]: string } = {
  multipletext: 'Each of its texts is a question of its own.',
  matrixdropdown: 'Each of its cells is a question of its own.',
  matrixdynamic: 'Its columns are asked once; rows cannot be added.',
  paneldynamic: 'Its questions are asked once; panels cannot be added.',
}
