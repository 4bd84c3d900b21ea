/** A survey of every kind, with logic wherever SurveyJS takes some; what it says is invented. */
export const everyKind = {
  title: { default: 'Software survey', de: 'Umfrage zu Software' },
  description: 'Two minutes.',
  locale: 'en',
  showProgressBar: 'top',
  focusFirstQuestionAutomatic: true,
  pages: [
    {
      name: 'about',
      title: 'About you',
      description: 'Only what we need.',
      elements: [
        { type: 'html', name: 'hello', html: '<h2>Hello</h2><p>Nice &amp; short.</p>' },
        {
          type: 'text',
          name: 'full_name',
          title: 'Your name',
          isRequired: true,
          placeholder: 'Ann',
        },
        { type: 'text', name: 'mail', inputType: 'email', title: 'Mail, {full_name}?' },
        { type: 'text', name: 'phone', inputType: 'tel' },
        { type: 'text', name: 'site', inputType: 'url' },
        { type: 'text', name: 'start', inputType: 'date', min: '2026-01-01' },
        { type: 'text', name: 'colour', inputType: 'color' },
        { type: 'text', name: 'seats', inputType: 'number', min: 1, max: 500 },
        {
          type: 'text',
          name: 'code',
          validators: [
            { type: 'regex', regex: '^[A-Z]{3}$', text: 'Three capitals' },
            { type: 'expression', expression: '{code} notempty' },
          ],
          maxLength: 3,
        },
        { type: 'text', name: 'years', validators: [{ type: 'numeric', minValue: 0 }] },
        { type: 'comment', name: 'story', visibleIf: '{seats} >= 10', rows: 4 },
      ],
    },
    {
      name: 'choices',
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: { default: 'Your role', de: 'Ihre Rolle' },
          choices: [
            { value: 'boss', text: { default: 'Executive', de: 'Leitung' } },
            { value: 2, text: 'Manager' },
            { value: 'other role', text: 'Somebody else', visibleIf: '{seats} > 2' },
          ],
          showNoneItem: true,
          showOtherItem: true,
          isRequired: true,
        },
        { type: 'dropdown', name: 'size', choices: ['small', 'large'], defaultValue: 'small' },
        { type: 'dropdown', name: 'fetched', choicesByUrl: { url: 'https://a.example/c.json' } },
        {
          type: 'checkbox',
          name: 'tools',
          choices: ['crm', 'mail', 'chat'],
          showOtherItem: true,
          maxSelectedChoices: 3,
        },
        { type: 'text', name: 'other_tool', visibleIf: "{tools} contains 'other'" },
        { type: 'tagbox', name: 'tags', choices: ['a', 'b', 'c'] },
        { type: 'text', name: 'many_tags', visibleIf: '{tags.length} >= 2' },
        { type: 'boolean', name: 'agree', isRequired: true },
        { type: 'boolean', name: 'sure', labelTrue: 'Certainly', labelFalse: 'Hardly' },
        { type: 'rating', name: 'stars', rateType: 'stars', rateCount: 5 },
        { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10, minRateDescription: 'Never' },
        { type: 'rating', name: 'odd', rateValues: [10, 20, 30] },
        { type: 'ranking', name: 'order', choices: ['first', 'second'] },
        {
          type: 'imagepicker',
          name: 'picture',
          choices: [
            { value: 'cat', imageLink: 'https://a.example/cat.png' },
            { value: 'dog', imageLink: 'dog.png' },
          ],
        },
        { type: 'slider', name: 'effort', max: 10 },
        { type: 'file', name: 'plan', maxSize: 1000 },
      ],
    },
    {
      name: 'blocks',
      visibleIf: '{agree} = true',
      elements: [
        {
          type: 'matrix',
          name: 'quality',
          columns: [
            { value: 1, text: 'Bad' },
            { value: 2, text: 'Good' },
          ],
          rows: ['price', { value: 'support', text: 'Support' }],
        },
        { type: 'text', name: 'why_price', visibleIf: '{quality.price} = 1' },
        {
          type: 'matrixdropdown',
          name: 'usage',
          title: 'How often?',
          columns: [
            { name: 'often', cellType: 'radiogroup', choices: ['daily', 'rarely'] },
            { name: 'note', cellType: 'text', visibleIf: "{row.often} = 'daily'" },
          ],
          rows: ['web', 'phone'],
        },
        {
          type: 'multipletext',
          name: 'address',
          title: 'Where?',
          items: [
            { name: 'city', title: 'City' },
            { name: 'zip', isRequired: true },
          ],
        },
        { type: 'text', name: 'district', visibleIf: "{address.city} contains 'x'" },
        {
          type: 'paneldynamic',
          name: 'people',
          templateElements: [
            { type: 'text', name: 'who' },
            { type: 'text', name: 'their_role', visibleIf: '{panel.who} notempty' },
          ],
        },
        {
          type: 'panel',
          name: 'inner',
          title: 'In depth',
          visibleIf: "{role} <> 'boss' or {stars} > 3",
          elements: [
            { type: 'text', name: 'more', requiredIf: '{stars} = 5' },
            {
              type: 'panel',
              name: 'innermost',
              elements: [{ type: 'text', name: 'most', enableIf: '{more} notempty' }],
            },
          ],
        },
        { type: 'signaturepad', name: 'sign' },
        { type: 'image', name: 'logo', imageLink: 'https://a.example/logo.png' },
        { type: 'unheard-of', name: 'riddle' },
        { type: 'text', name: 'campaign', visible: false },
        { type: 'text', name: 'from_campaign', visibleIf: "{campaign} = 'spring'" },
        { type: 'text', name: 'born', visibleIf: 'age({start}) > 18' },
        { type: 'text', name: 'early', visibleIf: '{last} empty' },
        { type: 'expression', name: 'total', expression: '{stars} * 2 + {nps}' },
        { type: 'expression', name: 'lost', expression: "age({start}) + ' years'" },
        { type: 'text', name: 'happy', visibleIf: '{score} >= 8' },
        { type: 'text', name: 'last', title: 'Your score is {score}', startWithNewLine: false },
      ],
    },
  ],
  calculatedValues: [
    { name: 'score', expression: "{stars} + iif({role} = 'boss', 5, 0)" },
    { name: 'label', expression: "iif({stars} > 3, 'fan', 'visitor')" },
    { name: 'impossible', expression: '{seats} * {seats}' },
  ],
  triggers: [
    { type: 'copyvalue', expression: '{stars} = 1', fromName: 'full_name', setToName: 'memory' },
    { type: 'setvalue', expression: '{nps} > 8', setToName: 'mood', setValue: 'happy' },
  ],
  completedHtml: '<p>Thank you, {full_name}.</p>',
  completedHtmlOnCondition: [
    { expression: "{role} = 'boss'", html: 'We will call you.' },
    { expression: 'today() > {start}', html: 'Too late.' },
  ],
}

/** Leaps ahead, ends early and chooses its ending. */
export const branching = {
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'boolean', name: 'customer', isRequired: true },
        { type: 'radiogroup', name: 'plan', choices: ['free', 'paid'] },
        { type: 'text', name: 'wish' },
        { type: 'text', name: 'hope', visibleIf: '{wish} notempty' },
      ],
    },
    {
      name: 'two',
      elements: [
        { type: 'rating', name: 'stars', rateCount: 3 },
        { type: 'text', name: 'reason', visibleIf: '{stars} < 3' },
      ],
    },
  ],
  triggers: [
    { type: 'skip', expression: '{customer} = false', gotoName: 'stars' },
    { type: 'complete', expression: "{plan} = 'free' and {customer} = true" },
  ],
  completedHtml: 'Goodbye.',
  completedHtmlOnCondition: [
    { expression: '{stars} = 3', html: 'You are kind.' },
    { expression: "{plan} = 'free'", html: 'Come back.' },
  ],
}
