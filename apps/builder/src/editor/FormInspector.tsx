import type { Form } from '@bantam/schema'
import { Tabs } from '@bantam/ui'
import type { ComponentChildren } from 'preact'
import { Calculations } from '../settings/Calculations.tsx'
import { ConsentTexts } from '../settings/ConsentTexts.tsx'
import { GeneralSettings } from '../settings/GeneralSettings.tsx'
import { HiddenFields } from '../settings/HiddenFields.tsx'
import { Languages } from '../settings/Languages.tsx'
import { LookSettings } from '../settings/LookSettings.tsx'
import type { Editor } from './editor.ts'
import type { FormTab } from './form-tab.ts'

interface FormInspectorProps {
  editor: Editor
  form: Form
  tab: FormTab
  onTab: (tab: FormTab) => void
  /** Shows the preview in a language. */
  onPreview: (language: string) => void
  /** What is set beside the draft. */
  children?: ComponentChildren
}

/** Everything that is set for the form as a whole. */
export const FormInspector = (props: FormInspectorProps) => {
  const { tab, onTab, form } = props
  const Part = parts[tab]
  const translations = Object.keys(form.translations ?? {}).length
  const { hidden = [], calculations = [], consents = [] } = form
  const data = hidden.length + calculations.length + consents.length
  const counts: { readonly [T in FormTab]?: number } = { languages: translations, data }
  return (
    <>
      <header class="pane-head">
        <h2>This form</h2>
      </header>
      <div class="form-tabs">
        <Tabs
          label="Settings of the form"
          items={tabs.map((item) => ({ ...item, count: counts[item.id] || undefined }))}
          current={tab}
          onSelect={onTab}
        />
      </div>
      <Part {...props} />
    </>
  )
}

const tabs = [
  { id: 'general', label: 'General' },
  { id: 'look', label: 'Look' },
  { id: 'languages', label: 'Languages' },
  { id: 'data', label: 'Data' },
] as const

const parts: {
  readonly [T in FormTab]: (props: FormInspectorProps) => ComponentChildren
} = {
  general: ({ editor, form, children }) => (
    <GeneralSettings editor={editor} form={form}>
      {children}
    </GeneralSettings>
  ),
  look: ({ editor, form }) => <LookSettings editor={editor} theme={form.theme} />,
  languages: ({ editor, form, onPreview }) => (
    <Languages editor={editor} form={form} onPreview={onPreview} />
  ),
  data: ({ editor, form }) => (
    <div class="inspector-body">
      <HiddenFields editor={editor} form={form} />
      <Calculations editor={editor} form={form} />
      <ConsentTexts editor={editor} form={form} />
    </div>
  ),
}
