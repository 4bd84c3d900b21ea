/**
 * On the full page of a form inside a frame, `/f/SLUG?embed=TOKEN`: tells the page around it how tall the form is, and
 * nobody else. The token is that page's own, by which it knows its frame again.
 */
const token = new URLSearchParams(location.search).get('embed')
const form = document.querySelector('bantam-form')
const [around] = location.ancestorOrigins ?? []
const origin = around ?? (document.referrer && new URL(document.referrer).origin)

if (token && form && origin && parent !== window)
  new ResizeObserver(() => {
    const height = Math.ceil(form.getBoundingClientRect().height)
    parent.postMessage({ bantam: token, height }, origin)
  }).observe(form)
