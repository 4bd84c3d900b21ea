/** @jsxImportSource react */
import { createWidget, type ClientOptions } from '@bantam/widget'
import { useEffect, useRef } from 'react'

/** A form in the page. It begins anew only when it is another form. */
export const BantamForm = ({ form, ...options }: { readonly form: string } & ClientOptions) => {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const { current: container } = place
    if (!container) return
    const widget = createWidget(form, {
      ...latest.current,
      container,
      onSubmit: (detail) => latest.current.onSubmit?.(detail),
    })
    return () => widget.unmount()
  }, [form])
  return <div ref={place} />
}
