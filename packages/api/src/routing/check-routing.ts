import type { Calendar, ProblemDetail, Routing, RouteTarget } from '@bantam/schema'

/** Names in a routing document that lead nowhere. An empty list means that every lead finds its way. */
export const checkRouting = (routing: Routing, userIds: ReadonlySet<string>): ProblemDetail[] => {
  const { rules, fallback, pools, calendars, policies, managerId } = routing
  const known: Known = {
    pool: new Set(pools.map(({ id }) => id)),
    calendar: new Set(calendars.map(({ id }) => id)),
    user: userIds,
  }
  const target = ({ pool, user }: RouteTarget, place: string) => [
    ...(known.pool.has(pool ?? '') || pool === undefined
      ? []
      : [unknown('pool', { id: pool, path: `${place}.pool` })]),
    ...checkUser(user, { known, path: `${place}.user` }),
  ]
  return [
    ...rules.flatMap(({ to }, at) => target(to, `rules.${at}.to`)),
    ...target(fallback, 'fallback'),
    ...pools.flatMap(({ calendar, members }, at) => [
      ...checkCalendar(calendar, { known, path: `pools.${at}.calendar` }),
      ...members.flatMap((member, index) => [
        ...checkUser(member.userId, { known, path: `pools.${at}.members.${index}.userId` }),
        ...checkCalendar(member.calendar, { known, path: `pools.${at}.members.${index}.calendar` }),
      ]),
      ...(members.length === 0 && managerId === undefined
        ? [
            {
              path: `pools.${at}.members`,
              code: 'empty-pool',
              message: 'a pool without members needs a manager (managerId) to catch its leads',
            },
          ]
        : []),
    ]),
    ...calendars.flatMap((calendar, at) => checkHours(calendar, `calendars.${at}`)),
    ...policies.flatMap(({ calendar }, at) =>
      checkCalendar(calendar, { known, path: `policies.${at}.calendar` }),
    ),
    ...checkLastPolicy(routing),
    ...checkUser(managerId, { known, path: 'managerId' }),
    ...repeated(rules, 'rules'),
    ...repeated(pools, 'pools'),
    ...repeated(calendars, 'calendars'),
    ...repeated(policies, 'policies'),
  ]
}

type Known = { readonly [Kind in 'pool' | 'calendar' | 'user']: ReadonlySet<string> }
type Place = { readonly known: Known; readonly path: string }

const checkUser = (id: string | undefined, { known, path }: Place) =>
  id === undefined || known.user.has(id) ? [] : [unknown('user', { id, path })]
const checkCalendar = (id: string | undefined, { known, path }: Place) =>
  id === undefined || known.calendar.has(id) ? [] : [unknown('calendar', { id, path })]

const words = { pool: 'pool', calendar: 'calendar', user: 'active member' }
const unknown = (kind: keyof Known, { id, path }: { id: string; path: string }): ProblemDetail => ({
  path,
  code: `unknown-${kind}`,
  message: `there is no ${words[kind]} "${id}"`,
})

const checkLastPolicy = ({ policies }: Routing): ProblemDetail[] => {
  const last = policies.at(-1)
  const isOpen = last !== undefined && last.when === undefined && last.lanes === undefined
  const path = `policies.${policies.length - 1}`
  return isOpen
    ? []
    : [
        {
          path,
          code: 'no-default-policy',
          message: 'the last policy must hold for every lead: no lanes, no condition',
        },
      ]
}

const checkHours = ({ zone, week, exceptions = [] }: Calendar, place: string): ProblemDetail[] => {
  const days = [
    ...Object.entries(week).map(([day, intervals]) => ({
      path: `${place}.week.${day}`,
      intervals,
    })),
    ...exceptions.map(({ intervals }, at) => ({
      path: `${place}.exceptions.${at}.intervals`,
      intervals,
    })),
  ]
  return [
    ...(isZone(zone)
      ? []
      : [
          {
            path: `${place}.zone`,
            code: 'unknown-zone',
            message: `"${zone}" is no IANA time zone, such as Europe/Berlin`,
          },
        ]),
    ...days.flatMap(({ path, intervals }) =>
      intervals.flatMap(([from, to], at) =>
        from < to
          ? []
          : [
              {
                path: `${path}.${at}`,
                code: 'empty-interval',
                message: `${from} is not before ${to}`,
              },
            ],
      ),
    ),
  ]
}

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const repeated = (items: readonly { id: string }[], place: string): ProblemDetail[] =>
  items.flatMap(({ id }, at) =>
    items.findIndex((item) => item.id === id) === at
      ? []
      : [
          {
            path: `${place}.${at}.id`,
            code: 'repeated-id',
            message: `the id "${id}" is used twice`,
          },
        ],
  )
