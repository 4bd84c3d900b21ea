import type { Ending, QuestionKind } from '@bantam/schema'
import { asksIn, languages } from './polyglot.ts'

/** A published form: its id on the server, and what it asks first. */
export interface ShownForm {
  readonly id: string
  readonly asks: string
}

/** The forms that the gallery shows. */
export interface Shown {
  readonly baseUrl: string
  readonly kinds: ReadonlyMap<QuestionKind, ShownForm>
  readonly endings: ReadonlyMap<Ending['kind'], ShownForm>
  readonly conversation: ShownForm
  readonly polyglot: ShownForm
  readonly longTexts: ShownForm
}

/** One widget with its label: what a website would write to have it. */
export interface Exhibit {
  readonly name: string
  readonly snippet: string
  /** The first question, as it is on the screen. */
  readonly asks: string
  readonly language?: string
  /** What is there at first: the form, a button that opens it, or nothing until something happens. */
  readonly begins: 'form' | 'button' | 'nothing'
}

/** A page of the gallery. */
export interface Room {
  readonly path: string
  readonly group: 'Questions' | 'Ways to stand on a page' | 'Openings' | 'Look' | 'Endings'
  readonly title: string
  readonly about: string
  readonly exhibits: readonly Exhibit[]
  /** Whether the exhibit stands within a text, as on a website, or has the page for itself. */
  readonly setting?: 'article' | 'bare'
}

const modes = [
  ['popup', 'Popup', 'A dialog in the middle. The page behind it waits.'],
  ['slider', 'Slider', 'A dialog from the side, as tall as the window.'],
  ['sidetab', 'Side tab', 'A tab at the edge. The page stays usable beside the form.'],
  ['popover', 'Popover', 'A round button in the corner, with a word beside it.'],
] as const

const openings = [
  ['load', 'On load', 'Opens as soon as the page stands.', {}],
  ['time', 'After a while', 'Opens after two seconds.', { 'open-value': '2000' }],
  ['scroll', 'While scrolling', 'Opens once half of the page is read.', { 'open-value': '50' }],
  ['exit', 'On leaving', 'Opens when the pointer leaves through the top.', { 'open-value': '20' }],
] as const

const accents = ['#c8321f', '#1a7f5c', '#ffd400', '#f4f4f5', '#111827', '#7c3aed'] as const

const shapes = [
  ['Square corners', { 'theme-radius': '0' }],
  ['Round corners', { 'theme-radius': '20' }],
  ['Compact', { 'theme-density': 'compact' }],
  ['The system’s font', { 'theme-font': 'system' }],
] as const

type Attributes = { readonly [name: string]: string }

/** Every room of the gallery, in the order in which one walks through it. */
export const roomsOf = (shown: Shown): readonly Room[] => {
  const { conversation } = shown
  const single = shown.kinds.get('single-choice') ?? conversation
  const inline = (name: string, { id, asks }: ShownForm, attributes: Attributes = {}): Exhibit => ({
    name,
    asks,
    snippet: element(id, attributes),
    begins: 'form',
  })
  const kinds = (attributes: Attributes) =>
    [...shown.kinds].map(([kind, form]) => inline(kind, form, attributes))
  return [
    {
      path: '/kinds',
      group: 'Questions',
      title: 'Every kind, as cards',
      about: 'One question per screen: each kind of question is the first of a form of its own.',
      exhibits: kinds({}),
    },
    {
      path: '/kinds-chat',
      group: 'Questions',
      title: 'Every kind, as a chat',
      about: 'The same forms as a transcript.',
      exhibits: kinds({ face: 'chat' }),
    },
    {
      path: '/faces',
      group: 'Questions',
      title: 'A whole conversation',
      about: 'The form of the demo workspace in both faces, with branches and scored endings.',
      exhibits: [
        inline('Card', conversation),
        inline('Chat', conversation, { face: 'chat' }),
        { ...inline('Long texts', shown.longTexts), language: 'de' },
      ],
    },
    {
      path: '/inline',
      group: 'Ways to stand on a page',
      title: 'Inline',
      about: 'Part of the page, where the snippet is.',
      exhibits: [inline('Inline', conversation)],
      setting: 'article',
    },
    ...modes.map(([mode, title, about]): Room => ({
      path: `/${mode}`,
      group: 'Ways to stand on a page',
      title,
      about,
      exhibits: [
        {
          ...inline(title, conversation, {
            mode,
            'button-text': 'Request a demo',
            ...(mode === 'popover' && { tooltip: 'Questions? Two minutes.' }),
          }),
          begins: 'button',
        },
      ],
      setting: 'article',
    })),
    {
      path: '/page',
      group: 'Ways to stand on a page',
      title: 'Full page',
      about: 'Nothing but the form, as at the address of its own that every form has.',
      exhibits: [inline('Full page', conversation, { mode: 'page' })],
      setting: 'bare',
    },
    {
      path: '/frame',
      group: 'Ways to stand on a page',
      title: 'In a frame',
      about: 'For pages that let no script of others run.',
      exhibits: [
        {
          ...inline('In a frame', conversation),
          snippet: `<iframe src="${shown.baseUrl}/f/${conversation.id}" title="Request a demo" width="100%" height="640" frameborder="0" loading="lazy"></iframe>`,
        },
      ],
      setting: 'article',
    },
    ...openings.map(([open, title, about, more]): Room => ({
      path: `/opens-${open}`,
      group: 'Openings',
      title,
      about,
      exhibits: [
        {
          // Once per visit is the rule; a sandbox remembers no visit.
          ...inline(title, conversation, { mode: 'slider', open, ...more, sandbox: 'true' }),
          begins: 'nothing',
        },
      ],
      setting: 'article',
    })),
    {
      path: '/themes',
      group: 'Look',
      title: 'Themes',
      about: 'From one brand colour, whatever it is. Contrast is the style sheet’s work.',
      exhibits: accents.flatMap((accent) =>
        ['light', 'dark'].map((theme) =>
          inline(`${accent} ${theme}`, single, { 'theme-accent': accent, theme }),
        ),
      ),
    },
    {
      path: '/shapes',
      group: 'Look',
      title: 'Corners, density, font',
      about: 'The rest of a form’s look.',
      exhibits: shapes.map(([name, attributes]) => inline(name, single, attributes)),
    },
    {
      path: '/languages',
      group: 'Look',
      title: 'Languages',
      about: 'The widget’s own words in ten languages, from left to right and from right to left.',
      exhibits: Object.entries(languages).map(([language, name]) => ({
        ...inline(name, shown.polyglot, { language }),
        asks: asksIn(language) ?? shown.polyglot.asks,
        language,
      })),
    },
    {
      path: '/endings',
      group: 'Endings',
      title: 'Every ending',
      about: 'One question away: a message, a calendar to book in, a file, another page.',
      exhibits: [...shown.endings].map(([kind, form]) => inline(kind, form)),
    },
  ]
}

const element = (id: string, attributes: Attributes) =>
  `<bantam-form form="${id}"${Object.entries(attributes)
    .map(([name, value]) => ` data-${name}="${value}"`)
    .join('')}></bantam-form>`
