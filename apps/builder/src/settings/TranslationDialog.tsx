import type { Form } from '@bantam/schema'
import { Button, Checkbox, Dialog } from '@bantam/ui'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { tinykeys } from 'tinykeys'
import type { Editor } from '../editor/editor.ts'
import { directionOf, languageName } from './languages.ts'
import { groupsOf, missingIn, type Translatable } from './translatable.ts'

interface TranslationDialogProps {
  editor: Editor
  form: Form
  language: string
  onClose: () => void
}

/** Every text of the form beside what it is in another language. */
export const TranslationDialog = ({ editor, form, language, onClose }: TranslationDialogProps) => {
  const [isShort, setShort] = useState(false)
  // A text that has just been written does not leave the list under the pen.
  const [kept] = useState(() => form.translations?.[language] ?? {})
  useEffect(
    () =>
      tinykeys(window, {
        '$mod+KeyZ': (event) => {
          event.preventDefault()
          editor.undo()
        },
        '$mod+Shift+KeyZ': (event) => {
          event.preventDefault()
          editor.redo()
        },
      }),
    [editor],
  )
  const said = form.translations?.[language] ?? {}
  const { missing, of } = missingIn(form, language)
  const { questions, consents, endings } = form
  const all = useMemo(() => groupsOf(form), [form.title, questions, consents, endings])
  const groups = all
    .map(({ texts, ...group }) => ({
      ...group,
      texts: isShort ? texts.filter(({ key }) => !kept[key]?.trim()) : texts,
    }))
    .filter(({ texts }) => texts.length > 0)
  const name = languageName(language)
  return (
    <Dialog
      title={`Translate into ${name}`}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div class="translation">
        <div class="translation-state">
          <p role="status">
            {missing === 0 ? `All ${of} texts are translated.` : `${missing} of ${of} are missing.`}
          </p>
          <Checkbox label="Only what is missing" isChecked={isShort} onChecked={setShort} />
        </div>
        <div class="translation-heads" aria-hidden="true">
          <span>{languageName(form.language)}</span>
          <span>{name}</span>
        </div>
        {groups.length === 0 ? <p>Nothing is missing.</p> : null}
        {groups.map(({ id, title, texts }) => (
          <section key={id}>
            <h3>{title}</h3>
            {texts.map((text) => (
              <MemoLine
                key={text.key}
                editor={editor}
                text={text}
                from={form.language}
                to={language}
                said={said[text.key] ?? ''}
              />
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  )
}

interface LineProps {
  editor: Editor
  text: Translatable
  from: string
  to: string
  said: string
}

/** A keystroke draws its own line again and leaves hundreds of others alone. */
const MemoLine = (props: LineProps) => {
  const { editor, text, from, to, said } = props
  return useMemo(() => <Line {...props} />, [editor, text.text, text.what, from, to, said])
}

const Line = ({ editor, text: { key, text, what }, from, to, said }: LineProps) => {
  const isMissing = said.trim() === ''
  const lost = recallsOf(text).filter((written) => !said.includes(written))
  return (
    <div class="translation-line" data-missing={isMissing}>
      <div>
        <small>{what}</small>
        <p lang={from} dir={directionOf(from)}>
          {text}
        </p>
      </div>
      <div>
        <small>{isMissing ? 'Missing' : '\u00A0'}</small>
        <textarea
          class="ui-input"
          aria-label={`${what}: ${text}`}
          lang={to}
          dir={directionOf(to)}
          rows={1}
          value={said}
          onInput={({ currentTarget: { value } }) =>
            editor.dispatch({ type: 'setTranslation', language: to, key, text: value })
          }
          onBlur={editor.settle}
        />
        {!isMissing && lost.length > 0 ? (
          <p class="translation-hint">
            Shows no answer where the original does:{' '}
            <code>{lost.map((start) => `${start}}}`).join(' ')}</code>
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** The places of a text where an answer appears, by what they recall. */
const recallsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{[^{}|]*/g)].map(([start]) => start)
