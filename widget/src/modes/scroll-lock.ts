/**
 * Holds the page still behind a modal form. Its scroll bar keeps its place, so that nothing moves. Returns how to let
 * go; a style sheet, since the page's policy may forbid styles of elements and its own may be there already.
 */
export const lockScroll = (): (() => void) => {
  const page = document.documentElement
  const hasBar = innerWidth > page.clientWidth
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `html{overflow:hidden!important;${hasBar ? 'scrollbar-gutter:stable!important' : ''}}`,
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
