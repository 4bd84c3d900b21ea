import type { Form } from '@bantam/schema'
import { bantLetters } from '../scoring/bant.ts'
import { called, calledEnding } from './called.ts'
import type { Rivals } from './exits.ts'
import type { Covered, Finding, PathFigures } from './finding.ts'
import type { Reach } from './reach.ts'

/** What some conversations are never asked, and what some are asked twice. */
export const checkPaths = (
  form: Form,
  {
    paths,
    reach,
    rivals,
  }: { paths: readonly PathFigures[]; reach: Reach; rivals: readonly Rivals[] },
): readonly Finding[] => [
  ...checkContact(form, paths),
  ...checkLetters(form, paths),
  ...rivals.flatMap(({ property, first, second, flag }): readonly Finding[] => {
    const probed = reach.steps[second]?.probes.find(({ test }) => test.ref === flag.ref)
    const [one, other] = [form.questions[first], form.questions[second]]
    if (!probed?.mayHold || !one || !other) return []
    return [
      {
        code: 'property-filled-twice',
        severity: 'warning',
        path: `questions.${second}.property`,
        message: `${called(one)} and ${called(other)} both fill the lead's "${property}", and one visitor may be asked both: the later answer counts. Let one of them fill another property.`,
        fix: {
          label: `Keep it for ${called(one)} only`,
          edits: [{ type: 'setQuestion', id: other.id, field: 'property', value: undefined }],
        },
      },
    ]
  }),
]

const checkContact = (form: Form, paths: readonly PathFigures[]): readonly Finding[] => {
  const without = paths.filter(({ asksContact }) => asksContact !== 'always')
  const [first] = without
  if (!first) return []
  const isAlways =
    without.length === paths.length && without.every((path) => path.asksContact === 'never')
  const whose = conversations(form, first.ending)
  return [
    {
      code: 'contact-not-asked',
      severity: 'warning',
      path: 'questions',
      message: isAlways
        ? 'No question asks for an email address or a phone number, so nobody can be reached afterwards. Add one.'
        : `${whose} ${isAll(first.asksContact)} asked for an email address or a phone number. Ask earlier, or on that path too.`,
    },
  ]
}

const checkLetters = (form: Form, paths: readonly PathFigures[]): readonly Finding[] => {
  if (form.touchpoint === 'newsletter' || form.touchpoint === 'download') return []
  return bantLetters.flatMap((letter): readonly Finding[] => {
    const first = paths.find(({ coverage }) => coverage[letter] !== 'always')
    if (!first) return []
    const isNever = paths.every(({ coverage }) => coverage[letter] === 'never')
    return [
      {
        code: 'bant-not-covered',
        severity: 'hint',
        path: 'questions',
        message: isNever
          ? `No question asks about ${letter}, so this letter of BANT stays unknown. Add one, or mark the question that asks it.`
          : `${conversations(form, first.ending)} ${isAll(first.coverage[letter])} asked about ${letter}.`,
      },
    ]
  })
}

const conversations = (form: Form, ending: string | null) =>
  ending === null
    ? 'Conversations that no jump ends'
    : `Conversations that finish on ${calledEnding(form, ending)}`

const isAll = (covered: Covered) => (covered === 'never' ? 'are never' : 'are not always')
