/**
 * Whether the browser itself objects: Global Privacy Control or Do Not Track. Nothing is sent then, whatever a
 * consent banner has heard.
 */
export const isObjecting = (browser: object = navigator): boolean =>
  Reflect.get(browser, 'globalPrivacyControl') === true ||
  Reflect.get(browser, 'doNotTrack') === '1'
