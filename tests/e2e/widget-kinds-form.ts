import type { Form } from '@bantam/schema'
import type { Page } from 'playwright'

/** Where the pictures of the form are; the test answers for this host. */
export const picturesAt = 'https://pictures.test/'

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'

/** Lets the pictures of the choices be had. */
export const servePictures = (page: Page): Promise<unknown> =>
  page.route(`${picturesAt}**`, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: picture }),
  )

const section = { title: 'About you', help: 'So that the right person calls.' }

/** A form of the kinds whose inputs come in chunks of their own. */
export const kindsForm: Form = {
  schema: 1,
  title: 'Plan your rollout',
  language: 'en',
  questions: [
    {
      id: 'website',
      kind: 'website',
      title: 'What is your website?',
      placeholder: 'acme.com',
      required: true,
    },
    {
      id: 'workspace',
      kind: 'picture-choice',
      title: 'Which of these looks most like your office?',
      required: true,
      other: true,
      choices: [
        { id: 'open', label: 'Open plan', image: `${picturesAt}open.svg`, alt: 'Rows of desks' },
        { id: 'rooms', label: 'Rooms of two to four', image: `${picturesAt}rooms.svg` },
        { id: 'home', label: 'At home', image: `${picturesAt}home.svg` },
      ],
    },
    {
      id: 'priorities',
      kind: 'ranking',
      title: 'What matters most to you?',
      why: 'The person who calls you begins with the first.',
      required: true,
      choices: [
        { id: 'price', label: 'Price' },
        { id: 'speed', label: 'Speed of the first answer' },
        { id: 'crm', label: 'How well it works with the tools that we have already' },
        { id: 'care', label: 'Support' },
      ],
    },
    {
      id: 'today',
      kind: 'matrix',
      title: 'How happy are you with what you have today?',
      required: true,
      rows: [
        { id: 'forms', label: 'Forms' },
        { id: 'routing', label: 'Who gets which lead' },
        { id: 'reports', label: 'Reports' },
      ],
      choices: [
        { id: 'bad', label: 'Not at all' },
        { id: 'fair', label: 'So-so' },
        { id: 'good', label: 'Happy' },
        { id: 'great', label: 'Very happy' },
      ],
    },
    {
      id: 'contact',
      kind: 'contact',
      title: 'How do we reach you?',
      section,
      required: true,
      requiredParts: ['lastName'],
    },
    { id: 'address', kind: 'address', title: 'Where should the papers go?', section },
    {
      id: 'company',
      kind: 'company',
      title: 'Where do you work?',
      parts: ['name', 'domain', 'size'],
      required: true,
    },
    {
      id: 'brief',
      kind: 'file',
      title: 'Do you have a brief that we should read?',
      help: 'Whatever you have is fine.',
      required: true,
      validation: { types: ['pdf', 'document', 'text'], maxBytes: 1024 * 1024 },
    },
    {
      id: 'meeting',
      kind: 'scheduling',
      title: 'When shall we talk?',
      url: 'https://calendar.test/acme',
      required: true,
    },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you.' }],
}
