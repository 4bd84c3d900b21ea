/** The readable part of an address made from a title: `Request a demo!` becomes `request-a-demo`. */
export const slugOf = (title: string): string => {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'form' : plain
}
