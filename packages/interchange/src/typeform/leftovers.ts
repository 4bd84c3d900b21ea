import type { Element, ReportBuilder } from '../report.ts'
import { bagOf, type Bag } from './json.ts'

/**
 * Settles the elements that no question, rule or ending spoke of: a switch that is off loses
 * nothing, what is known has its reason, and the rest stays for the report to call unknown.
 */
export const settleLeftovers = (
  elements: readonly Element[],
  { raw, report }: { raw: Bag; report: ReportBuilder },
): void => {
  for (const { what, name, path } of elements) {
    if (report.isSettled(path)) continue
    const known = tables[what]
    const fate = known && Object.hasOwn(known, name) ? known[name] : others[what]
    if (fate === undefined) continue
    if (fate.harmless !== undefined && valueAt(raw, path) === fate.harmless) report.keep(path)
    else report.drop(path, fate.why)
  }
}

interface Fate {
  /** The value that asks for what happens here anyway. */
  readonly harmless?: unknown
  readonly why: string
}

type Table = { readonly [name: string]: Fate }

const valueAt = (raw: Bag, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => {
      const plain = key.replaceAll('~1', '/').replaceAll('~0', '~')
      return Array.isArray(value) ? value[Number(plain)] : bagOf(value)[plain]
    }, raw)

const places = 'It says where the form lives at Typeform.'
const looks = 'How the form looks is set by its own theme here.'
const layout = 'The widget lays this out by itself.'
const page = 'The page around the form is not part of a form here.'
const screens = 'Endings here have a title, words and an address.'
const service = 'It is a switch of Typeform’s own service.'

const keys: Table = {
  id: { why: places },
  type: { why: 'Forms of different types are all forms here.' },
  workspace: { why: places },
  _links: { why: places },
  self: { why: places },
  created_at: { why: 'Its history stays at Typeform.' },
  last_updated_at: { why: 'Its history stays at Typeform.' },
  published_at: { why: 'Its history stays at Typeform.' },
  theme: { why: looks },
  cui_settings: { why: looks },
  custom_messages: { why: 'What the widget says around questions has its own words.' },
  messages: { why: 'What the widget says around questions has its own words.' },
  translations: { why: 'The form has one language; translations are added here.' },
}

const properties: Table = {
  allow_multiple_selection: { harmless: false, why: 'One choice may be picked.' },
  allow_other_choice: { harmless: false, why: 'This kind of question takes no other choice.' },
  alphabetical_order: { harmless: false, why: 'Choices keep the order they have.' },
  randomize: { harmless: false, why: 'Choices keep the order they have.' },
  vertical_alignment: { harmless: true, why: layout },
  supersized: { harmless: false, why: layout },
  show_labels: { harmless: true, why: 'The labels of pictures are always shown.' },
  description: { why: 'Parts of a question have no description of their own.' },
  button_text: { why: 'The button has the widget’s own words here.' },
  show_button: { harmless: false, why: 'Whether there is a button is for the widget to say.' },
  hide_marks: { harmless: true, why: 'Statements have no quotation marks.' },
  steps: { why: 'This kind of question has no steps.' },
  start_at_one: { why: 'This kind of question has no steps.' },
  labels: { why: 'This kind of question has no labels.' },
  shape: { harmless: 'star', why: 'Ratings are given in stars.' },
  structure: { why: 'A date is written the way of the visitor’s browser.' },
  separator: { why: 'A date is written the way of the visitor’s browser.' },
  default_country_code: { why: 'No country is assumed for a phone number here.' },
  currency: { why: 'Payments are not taken here.' },
  price: { why: 'Payments are not taken here.' },
  show_payment_button: { why: 'Payments are not taken here.' },
  attachment: { why: 'Pictures and films beside words are not shown.' },
  layout: { why: layout },
  share_icons: { harmless: false, why: screens },
  button_mode: { harmless: 'default_redirect', why: screens },
  redirect_url: { why: 'Only a screen or a button that redirects uses its address.' },
  collapsed: { why: 'It says how the form was shown to its author.' },
}

const validations: Table = {
  required: { harmless: false, why: 'There is nothing to answer.' },
  max_length: { why: 'It is no length that can be held to.' },
  min_value: { why: 'This kind of question has no lowest value.' },
  max_value: { why: 'This kind of question has no highest value.' },
  min_selection: { why: 'This kind of question has one choice.' },
  max_selection: { why: 'This kind of question has one choice.' },
}

const settings: Table = {
  progress_bar: { why: 'The widget shows progress its own way.' },
  show_progress_bar: { harmless: true, why: 'The widget shows progress its own way.' },
  meta: { why: page },
  is_public: { why: 'A form is public once it is published here.' },
  is_trial: { harmless: false, why: service },
  hide_navigation: { harmless: false, why: 'A visitor can always go back.' },
  show_typeform_branding: { harmless: false, why: service },
  are_uploads_public: { harmless: false, why: 'Uploads are never public here.' },
  show_time_to_complete: { harmless: false, why: layout },
  show_number_of_submissions: { harmless: false, why: layout },
  show_cookie_consent: { harmless: false, why: page },
  show_question_number: { harmless: false, why: layout },
  show_key_hint_on_choices: { why: layout },
  autosave_progress: { harmless: true, why: 'Answers are always kept on the way.' },
  free_form_navigation: { harmless: false, why: 'Questions are asked in their order.' },
  use_lead_qualification: { harmless: false, why: 'Scoring models qualify leads here.' },
  pro_subdomain_enabled: { harmless: false, why: service },
  capabilities: { why: service },
  milestones: { why: service },
  auto_translate: { harmless: false, why: 'Nothing is translated by itself.' },
  translation_languages: { why: 'The form has one language; translations are added here.' },
  partial_responses_to_all_integrations: { why: service },
  hide_required_indicator: { harmless: false, why: layout },
  redirect_after_submit_url: { why: 'Where a form leads is said by its endings.' },
  facebook_pixel: { why: service },
  google_analytics: { why: service },
  google_tag_manager: { why: service },
  notifications: { why: 'Who is told is set by routing here.' },
}

const others: Table = {
  message: { why: 'What the widget says around questions has its own words.' },
}

const tables: { readonly [what: string]: Table } = {
  key: keys,
  property: properties,
  validation: validations,
  setting: settings,
}
