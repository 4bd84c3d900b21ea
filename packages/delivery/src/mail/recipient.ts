/**
 * The one address a text holds, or undefined. Stricter than the standards on purpose: quoted local parts, comments,
 * groups, lists and address literals have no place in a form and each has been used to reach somebody else.
 */
export const readRecipient = (text: string): string | undefined => {
  const [, local = '', domain = ''] = /^([^@]+)@([^@]+)$/.exec(text) ?? []
  const isAddress =
    localPart.test(local) &&
    local.length <= 64 &&
    domainName.test(domain) &&
    domain.length + local.length < 254
  return isAddress ? text : undefined
}

const localPart = /^[a-z0-9_](?:[a-z0-9_'+&=/~^*-]|\.(?!\.|$))*$/i
const domainName =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*\p{L}$|^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+xn--[a-z0-9-]+$/iu
