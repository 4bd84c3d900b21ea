import type { SourceAction, SourceCondition } from './reference-walk.ts'

/** Small definitions in Typeform's own words. */

type Operand = { readonly type: string; readonly value: unknown }

export const field = (ref: string): Operand => ({ type: 'field', value: ref })
export const hidden = (name: string): Operand => ({ type: 'hidden', value: name })
export const variable = (name: string): Operand => ({ type: 'variable', value: name })
export const constant = (value: unknown): Operand => ({ type: 'constant', value })
export const choice = (ref: string): Operand => ({ type: 'choice', value: ref })
export const when = (op: string, ...vars: SourceCondition['vars']): SourceCondition => ({
  op,
  vars,
})
export const always = when('always')

export const jump = (
  condition: SourceCondition,
  to: string,
  type: 'field' | 'thankyou' | 'outcome' | 'hidden' = 'field',
): SourceAction => ({ action: 'jump', details: { to: { type, value: to } }, condition })

export const change = (
  action: string,
  target: string,
  more: { by: { type: string; value: number | string }; when?: SourceCondition },
): SourceAction => ({
  action,
  details: { target: { type: 'variable', value: target }, value: more.by },
  condition: more.when ?? always,
})

export const rules = (ref: string, ...actions: readonly SourceAction[]) => ({
  type: 'field',
  ref,
  actions,
})

const choicesOf = (...labels: readonly string[]) =>
  labels.map((label) => ({ id: `id-${label}`, ref: `ref_${label.toLowerCase()}`, label }))

const by = (value: number | string) => ({ type: 'constant', value })

/** Groups, blocks, jumps into and out of them, and conditions on other fields than the rule's own. */
export const branches = {
  title: 'Branches',
  settings: { language: 'de', is_public: true },
  hidden: ['plan', 'since'],
  welcome_screens: [
    { ref: 'hello', title: 'Hello *you*', properties: { show_button: true, button_text: 'Go' } },
  ],
  fields: [
    {
      ref: 'role',
      title: 'Your role?',
      type: 'multiple_choice',
      properties: { choices: choicesOf('Buyer', 'User'), allow_other_choice: false },
      validations: { required: true },
    },
    {
      ref: 'about',
      title: 'About your team',
      type: 'group',
      properties: {
        description: 'A few figures',
        fields: [
          { ref: 'size', title: 'How many?', type: 'number', validations: { min_value: 0 } },
          {
            ref: 'inner',
            title: 'More',
            type: 'inline_group',
            properties: {
              fields: [
                {
                  ref: 'tools',
                  title: 'Tools?',
                  type: 'multiple_choice',
                  properties: {
                    choices: choicesOf('Mail', 'Chat', 'Phone'),
                    allow_multiple_selection: true,
                  },
                  validations: { min_selection: 1, max_selection: 2 },
                },
                { ref: 'start', title: 'Since when?', type: 'date' },
              ],
            },
          },
        ],
      },
    },
    { ref: 'sign', title: 'Sign here', type: 'signature', validations: { required: true } },
    {
      ref: 'person',
      title: 'Who are you, {{field:role}} from {{hidden:plan}}?',
      type: 'contact_info',
      properties: {
        fields: [
          {
            ref: 'person_first',
            title: 'First',
            type: 'short_text',
            subfield_key: 'first_name',
            validations: { required: true },
          },
          { ref: 'person_mail', title: 'Mail', type: 'email', subfield_key: 'email' },
        ],
      },
    },
    {
      ref: 'grid',
      title: 'How good?',
      type: 'matrix',
      properties: {
        fields: ['speed', 'price'].map((row) => ({
          ref: row,
          title: row,
          type: 'multiple_choice',
          properties: {
            choices: ['Bad', 'Good'].map((label) => ({ ref: `${row}_${label}`, label })),
          },
        })),
      },
    },
    { ref: 'why', title: 'Why, {{field:person_first}}?', type: 'long_text' },
    { ref: 'terms', title: 'Agree?', type: 'legal', validations: { required: true } },
    {
      ref: 'rank',
      title: 'Rank these',
      type: 'ranking',
      properties: { choices: choicesOf('One', 'Two') },
    },
  ],
  thankyou_screens: [
    { ref: 'sales', title: 'We call you', type: 'thankyou_screen', properties: {} },
    {
      ref: 'away',
      type: 'url_redirect',
      title: 'Bye',
      properties: { redirect_url: 'https://acme.example/bye' },
    },
    { ref: 'default_tys', title: 'Thanks', properties: { show_button: false } },
  ],
  logic: [
    rules(
      'role',
      jump(when('equal', hidden('plan'), constant('pro')), 'start'),
      jump(when('is', field('role'), choice('ref_user')), 'tools'),
      jump(always, 'size'),
    ),
    rules(
      'size',
      jump(
        when(
          'and',
          when('greater_equal_than', field('size'), constant(10)),
          when('lower_than', field('size'), constant(50)),
        ),
        'start',
      ),
      jump(when('is_not', field('role'), choice('ref_buyer')), 'sign'),
    ),
    rules(
      'tools',
      jump(when('is', field('tools'), choice('ref_mail')), 'person'),
      jump(when('answered', field('size'), constant(false)), 'why'),
    ),
    rules(
      'start',
      jump(when('later_than_or_on', field('start'), constant('2025-01-01')), 'grid'),
      jump(when('on', hidden('since'), constant('2024-02-03')), 'person'),
    ),
    rules('about', jump(when('greater_than', field('size'), constant(100)), 'away', 'thankyou')),
    rules(
      'person_mail',
      jump(when('ends_with', field('person_mail'), constant('@acme.example')), 'sales', 'thankyou'),
    ),
    rules(
      'grid',
      jump(
        when(
          'or',
          when('is', field('speed'), choice('speed_Good')),
          when('is_not', field('price'), choice('price_Good')),
        ),
        'terms',
      ),
    ),
    rules(
      'why',
      jump(when('not_contains', field('why'), constant('price')), 'rank'),
      jump(when('equal', field('why'), constant('')), 'away', 'thankyou'),
    ),
    rules(
      'terms',
      jump(when('is', field('terms'), constant(false)), 'default_tys', 'thankyou'),
      jump(always, 'rank'),
    ),
  ],
}

/** Scores that rules read while they are still being counted, and the outcome that a variable names. */
export const quiz = {
  title: 'Quiz',
  variables: { score: 0, level: '', winner: 'low' },
  fields: [
    { ref: 'one', title: 'One?', type: 'yes_no' },
    { ref: 'two', title: 'Two?', type: 'rating', properties: { steps: 3, shape: 'star' } },
    { ref: 'three', title: 'Three?', type: 'yes_no', validations: { required: true } },
  ],
  outcome: {
    variable: 'winner',
    choices: [
      { ref: 'low', title: 'Low', thankyou_screen_ref: 'again' },
      { ref: 'high', title: 'High', thankyou_screen_ref: 'bravo' },
    ],
  },
  thankyou_screens: [
    { ref: 'again', title: 'Again' },
    { ref: 'bravo', title: 'Bravo with {{var:score}}' },
  ],
  logic: [
    rules(
      'one',
      change('add', 'score', { by: by(2), when: when('is', field('one'), constant(true)) }),
      change('set', 'level', {
        by: by('early'),
        when: when('greater_than', variable('score'), constant(1)),
      }),
      change('multiply', 'score', { by: by(3) }),
      jump(when('greater_than', variable('score'), constant(5)), 'three'),
    ),
    rules('two', change('add', 'score', { by: { type: 'field', value: 'two' } })),
    rules(
      'three',
      change('subtract', 'score', { by: by(1) }),
      change('set', 'winner', {
        by: by('high'),
        when: when('greater_equal_than', variable('score'), constant(4)),
      }),
      jump(always, 'winner', 'outcome'),
    ),
  ],
}

/** A quiz whose counters decide. */
export const personality = {
  title: 'Which bird are you?',
  variables: { owls: 0, larks: 0, ducks: 0, winning_outcome_id: '' },
  fields: ['one', 'two', 'three'].map((ref) => ({
    ref,
    title: ref,
    type: 'multiple_choice',
    properties: {
      choices: ['owls', 'larks', 'ducks'].map((label) => ({ ref: `${ref}_${label}`, label })),
    },
  })),
  outcome: {
    variable: 'winning_outcome_id',
    choices: ['owls', 'larks', 'ducks'].map((bird) => ({
      ref: `is_${bird}`,
      counter_variable: bird,
      thankyou_screen_ref: bird,
    })),
  },
  thankyou_screens: ['owls', 'larks', 'ducks'].map((ref) => ({ ref, title: ref })),
  logic: ['one', 'two', 'three'].map((ref) =>
    rules(
      ref,
      ...['owls', 'larks', 'ducks'].map((bird) =>
        change('add', bird, { by: by(1), when: when('is', field(ref), choice(`${ref}_${bird}`)) }),
      ),
      ...(ref === 'three' ? [jump(always, 'winning_outcome_id', 'outcome')] : []),
    ),
  ),
}

/** Somebody is asked again until they say yes. */
export const retry = {
  title: 'Retry',
  fields: [
    { ref: 'ask', title: 'Do you agree?', type: 'yes_no', validations: { required: true } },
    { ref: 'sorry', title: 'Please try again.', type: 'statement' },
    { ref: 'end', title: 'Good.', type: 'statement' },
  ],
  logic: [
    rules('ask', jump(when('is', field('ask'), constant(true)), 'end')),
    rules('sorry', jump(always, 'ask')),
  ],
}

/** Endings stand among the fields: what runs into one ends there. */
export const strays = {
  title: 'Strays',
  fields: [
    { ref: 'a', title: 'A', type: 'yes_no' },
    { ref: 'b', title: 'B', type: 'yes_no' },
    { ref: 'early', title: 'Early end', type: 'thankyou_screen', properties: {} },
    { ref: 'c', title: 'C', type: 'yes_no' },
    { ref: 'default_tys', title: 'Thanks', type: 'thankyou_screen', properties: {} },
  ],
  thankyou_screens: [
    { ref: 'default_tys', title: 'Thanks' },
    { ref: 'other', title: 'Other' },
  ],
  logic: [
    rules(
      'a',
      jump(when('is', field('a'), constant(true)), 'c'),
      jump(when('answered', field('a'), constant(false)), 'early'),
    ),
    rules('b', jump(when('is', field('b'), constant(true)), 'other', 'thankyou')),
  ],
}

/** Hidden fields decide where it begins. */
export const entrances = {
  title: 'Entrances',
  hidden: ['door'],
  variables: { visits: 1 },
  fields: ['a', 'b', 'c'].map((ref) => ({ ref, title: ref, type: 'short_text' })),
  thankyou_screens: [
    { ref: 'closed', title: 'Closed' },
    { ref: 'default_tys', title: 'Thanks' },
  ],
  logic: [
    {
      type: 'hidden',
      ref: 'door',
      actions: [
        change('add', 'visits', { by: by(1), when: when('is', hidden('door'), constant('back')) }),
        jump(when('is', hidden('door'), constant('back')), 'c'),
        jump(when('is', hidden('door'), constant('shut')), 'closed', 'thankyou'),
      ],
    },
  ],
}
