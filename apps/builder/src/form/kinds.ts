import type { QuestionKind } from '@bantam/schema'
import {
  AtSign,
  Building2,
  Calendar,
  ChevronDown,
  CircleDot,
  Gauge,
  Hash,
  ListChecks,
  Phone,
  ShieldCheck,
  Star,
  TextCursorInput,
  TextQuote,
  ToggleLeft,
  AlignLeft,
  type LucideIcon,
} from 'lucide-preact'

/** How the builder names and draws each kind of question. */
export const kinds: { readonly [K in QuestionKind]: { name: string; Icon: LucideIcon } } = {
  'short-text': { name: 'Short text', Icon: TextCursorInput },
  'long-text': { name: 'Long text', Icon: AlignLeft },
  email: { name: 'Email', Icon: AtSign },
  phone: { name: 'Phone', Icon: Phone },
  number: { name: 'Number', Icon: Hash },
  'single-choice': { name: 'Single choice', Icon: CircleDot },
  'multiple-choice': { name: 'Multiple choice', Icon: ListChecks },
  dropdown: { name: 'Dropdown', Icon: ChevronDown },
  'yes-no': { name: 'Yes or no', Icon: ToggleLeft },
  rating: { name: 'Rating', Icon: Star },
  scale: { name: 'Opinion scale', Icon: Gauge },
  date: { name: 'Date', Icon: Calendar },
  company: { name: 'Company', Icon: Building2 },
  consent: { name: 'Consent', Icon: ShieldCheck },
  statement: { name: 'Statement', Icon: TextQuote },
}
