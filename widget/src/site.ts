/** The server that signals go to, and a form by which it knows whose website this is. */
export interface Site {
  /** With a slash at its end. */
  readonly base: string
  readonly formId: string
}

/** What the first script or form of ours on the page says; on pages without a form the script has `data-site`. */
export const siteOf = (): Site | undefined => {
  for (const { src, dataset } of document.scripts) {
    const [, base, named] = /^(.*\/)(?:widget|embed\/([^/]+))\.js(?:$|[?#])/.exec(src) ?? []
    if (base === undefined) continue
    const formId = dataset['site'] ?? dataset['form'] ?? named ?? firstForm()
    if (formId) return { base, formId }
  }
  return undefined
}

const firstForm = (): string | undefined => {
  const form = document.querySelector<HTMLElement>('bantam-form')
  return form?.getAttribute('form') ?? form?.dataset['form']
}
