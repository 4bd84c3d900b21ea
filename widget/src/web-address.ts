/** Only http and https are ever followed. */
export const isWebAddress = (url: string | undefined): url is string =>
  /^https?:\/\//i.test(url ?? '')
