import { inLanguage } from '@bantam/engine'
import { IconButton, isDark, showToast } from '@bantam/ui'
import { ChevronDown, Monitor, Moon, RotateCcw, Smartphone, Sun } from 'lucide-preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { languageName } from '../settings/languages.ts'
import type { OpenForm } from './document.ts'
import { keyOf } from './outline-keys.ts'
import { createPreview, type Preview } from './preview.ts'

/** The form as a visitor meets it: the widget, following the pen. */
export const PreviewPane = ({ open }: { open: OpenForm }) => {
  const { editor } = open
  const whole = editor.form.value
  const spoken = open.previewLanguage.value
  const form = useMemo(
    () => (spoken === undefined ? whole : inLanguage(whole, spoken)),
    [whole, spoken],
  )
  const languages = [whole.language, ...Object.keys(whole.translations ?? {})]
  const { mode = 'auto' } = whole.theme ?? {}
  const key = keyOf(editor.selection.value)
  const host = useRef<HTMLDivElement>(null)
  const preview = useRef<Preview>(undefined)
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop')
  const [theme, setTheme] = useState<'light' | 'dark'>(isDark.peek() ? 'dark' : 'light')
  const [isReachable, setReachable] = useState(true)
  const order = form.questions.map(({ id }) => id).join(' ')
  const shown = useRef({ form, key: '', order })

  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' })
    if (!root) return
    preview.current = createPreview(root, (url) =>
      showToast({ text: `The visitor would go to ${url}` }),
    )
    return () => preview.current?.stop()
  }, [])

  useEffect(() => {
    const before = shown.current
    shown.current = { form, key, order }
    const place = editor.selection.peek()
    // A question that has moved is led to by other answers.
    if (before.key !== key || before.order !== order) {
      setReachable(
        preview.current?.show(form, place.part === 'form' ? { part: 'start' } : place) ?? true,
      )
    } else if (before.form !== form) preview.current?.update(form)
  }, [form, key])

  const restart = () => {
    preview.current?.show(form, { part: 'start' })
    setReachable(true)
  }
  return (
    <section class="preview" aria-label="Preview">
      <header class="pane-head">
        <h2>Preview</h2>
        <div class="pane-tools">
          {languages.length > 1 ? (
            <span class="ui-select preview-language">
              <select
                class="ui-input"
                aria-label="Language of the preview"
                value={form.language}
                onInput={(event) => {
                  const { value } = event.currentTarget
                  open.previewLanguage.value = value === whole.language ? undefined : value
                }}
              >
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {languageName(language)}
                  </option>
                ))}
              </select>
              <ChevronDown aria-hidden="true" />
            </span>
          ) : null}
          <IconButton
            size="small"
            label="Begin at the first question"
            icon={<RotateCcw aria-hidden="true" />}
            onClick={restart}
          />
          <span class="preview-width">
            <span class="pane-rule" />
            <IconButton
              size="small"
              label="Desktop width"
              aria-pressed={width === 'desktop'}
              icon={<Monitor aria-hidden="true" />}
              onClick={() => setWidth('desktop')}
            />
            <IconButton
              size="small"
              label="Phone width"
              aria-pressed={width === 'phone'}
              icon={<Smartphone aria-hidden="true" />}
              onClick={() => setWidth('phone')}
            />
          </span>
          <span class="pane-rule" />
          <IconButton
            size="small"
            label={theme === 'light' ? 'Show on a dark device' : 'Show on a light device'}
            title={mode === 'auto' ? undefined : `The form is always ${mode}`}
            disabled={mode !== 'auto'}
            icon={theme === 'light' ? <Moon aria-hidden="true" /> : <Sun aria-hidden="true" />}
            onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
          />
        </div>
      </header>
      <div class="preview-stage">
        <div class="preview-page" data-width={width}>
          <div class="preview-host" ref={host} data-theme={mode === 'auto' ? theme : mode} />
        </div>
        {isReachable ? null : (
          <p class="preview-note" role="status">
            No sample answers lead to this question, so it stands alone here. Check its branches.
          </p>
        )}
      </div>
    </section>
  )
}
