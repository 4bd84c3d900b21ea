import type { Form } from '@bantam/schema'
import { Button, IconButton, Select, showToast } from '@bantam/ui'
import { X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { isSpoken, languageName, languageOptions } from './languages.ts'
import { missingIn } from './translatable.ts'
import { TranslationDialog } from './TranslationDialog.tsx'

interface LanguagesProps {
  editor: Editor
  form: Form
  /** Shows the preview in a language. */
  onPreview: (language: string) => void
}

/** What the form is written in, and what it is translated into. */
export const Languages = ({ editor, form, onPreview }: LanguagesProps) => {
  const [translated, translate] = useState<string>()
  const translations = Object.keys(form.translations ?? {})
  const options = languageOptions(translations)
  const remove = (language: string) => {
    inOneStep(editor, { type: 'setTranslations', language, texts: undefined })
    showToast({
      text: `Removed ${languageName(language)}.`,
      action: { label: 'Undo', run: editor.undo },
    })
  }
  const open = (language: string) => {
    onPreview(language)
    translate(language)
  }
  return (
    <div class="inspector-body">
      <Select
        label="Written in"
        help={
          isSpoken(form.language)
            ? undefined
            : 'The widget’s own words, such as “Continue”, are in English here.'
        }
        value={form.language}
        options={
          options.some(({ value }) => value === form.language)
            ? options
            : [{ value: form.language, label: languageName(form.language) }, ...options]
        }
        onValue={(value) => inOneStep(editor, { type: 'setForm', field: 'language', value })}
      />
      <section class="inspector-part">
        <h3>
          Translations <span class="ui-quietly ui-figures">{translations.length}</span>
        </h3>
        <p class="ui-quietly">
          Each visitor reads the form in the language of their browser. A text without a translation
          is shown in {languageName(form.language)}.
        </p>
        {translations.length > 0 ? (
          <ul class="languages">
            {translations.map((language) => (
              <Language
                key={language}
                form={form}
                language={language}
                onOpen={() => open(language)}
                onRemove={() => remove(language)}
              />
            ))}
          </ul>
        ) : null}
        <Select
          label="Add a language"
          value=""
          options={[
            { value: '', label: 'Choose…' },
            ...options.filter(({ value }) => value !== form.language),
          ]}
          onValue={(language) => {
            if (language === '') return
            inOneStep(editor, { type: 'setTranslations', language, texts: {} })
            open(language)
          }}
        />
      </section>
      {translated === undefined ? null : (
        <TranslationDialog
          editor={editor}
          form={form}
          language={translated}
          onClose={() => translate(undefined)}
        />
      )}
    </div>
  )
}

interface LanguageProps {
  form: Form
  language: string
  onOpen: () => void
  onRemove: () => void
}

const Language = ({ form, language, onOpen, onRemove }: LanguageProps) => {
  const { missing, of } = missingIn(form, language)
  const name = languageName(language)
  return (
    <li>
      <div>
        <b>{name}</b>
        <small data-missing={missing > 0}>
          {missing === 0 ? `All ${of} texts` : `${missing} of ${of} texts missing`}
          {isSpoken(language) ? '' : '; buttons stay in English'}
        </small>
        <progress aria-label={`${name}: translated texts`} max={of} value={of - missing} />
      </div>
      <Button size="small" aria-label={`Translate into ${name}`} onClick={onOpen}>
        Translate
      </Button>
      <IconButton
        size="small"
        label={`Remove ${name}`}
        icon={<X aria-hidden="true" />}
        onClick={onRemove}
      />
    </li>
  )
}
