/**
 * Whether everybody knows a domain as one where anybody gets an address, by the short list that a browser can carry: it
 * says so while the question is asked. A server has the whole list, and the last word.
 */
export const isWellKnownFreeMail = (domain: string): boolean => wellKnown.includes(domain)

export const wellKnown: readonly string[] =
  `gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com icloud.com aol.com proton.me gmx.de gmx.net
web.de t-online.de orange.fr free.fr libero.it wp.pl uol.com.br mail.ru yandex.ru qq.com 163.com`.split(
    /\s/,
  )
