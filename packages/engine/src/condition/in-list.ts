import type { AnswerValue, Operand } from '@bantam/schema'
import { among, fold, isList, keysOf, textOf } from './comparison.ts'
import type { Facts, Truth } from './facts.ts'

/**
 * `in-list`: a named list is asked of the facts, an inline one holds the value itself, the domain
 * of an email address, or a parent of that domain.
 */
export const compileInList = (
  operand: Operand | undefined,
): ((value: AnswerValue, facts: Facts) => Truth) => {
  if (typeof operand === 'string')
    return (value, { inList }) =>
      inList ? (textsOf(value).some((text) => inList(operand, text)) ? 1 : 0) : -1
  if (!isList(operand)) return () => -1
  const isAmong = among(keysOf(operand))
  const isListed = (text: string) => isAmong(text) || domainsOf(text).some(isAmong)
  return (value) => (textsOf(value).some(isListed) ? 1 : 0)
}

const textsOf = (value: AnswerValue): readonly string[] => {
  if (isList(value)) return value.map(textOf)
  const texts = [textOf(value)]
  if (typeof value === 'object' && 'domain' in value && value.domain) texts.push(value.domain)
  return texts
}

/** `mail.acme.com` and `ann@mail.acme.com` are of mail.acme.com, acme.com and com. */
const domainsOf = (text: string): readonly string[] => {
  const labels = fold(text)
    .slice(text.trim().lastIndexOf('@') + 1)
    .split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}
