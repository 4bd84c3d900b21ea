import { Profiling, type Form, type Touchpoint } from '@bantam/schema'
import { Checkbox, TextField } from '@bantam/ui'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { useRefusable } from '../editor/use-refusable.ts'

/** How much the form asks, above all of visitors who come back. */
export const ReturningSettings = ({ editor, form }: { editor: Editor; form: Form }) => {
  const { stopWhenDecided = true, keepBantForSales = true } = form.profiling ?? {}
  const turn = (field: 'stopWhenDecided' | 'keepBantForSales', isOn: boolean) =>
    inOneStep(editor, {
      type: 'setForm',
      field: `profiling.${field}`,
      value: isOn ? undefined : false,
    })
  return (
    <section class="inspector-part inspector-settings">
      <h3>How much it asks</h3>
      <NumberOfForm
        editor={editor}
        form={form}
        field="budget"
        label="New questions at most, per visit"
        help="Required ones use it up first; contact questions come on top, and what is known already is not asked again."
        placeholder={usualBudget(form.touchpoint)}
      />
      <NumberOfForm
        editor={editor}
        form={form}
        field="restDays"
        label="Days of rest after an answer"
        help="Who comes back within them is asked nothing optional."
        placeholder="None"
      />
      <Checkbox
        label="Stop once the outcome is certain"
        help="Optional questions that can no longer change where a visitor goes are left out."
        isChecked={stopWhenDecided}
        onChecked={(isOn) => turn('stopWhenDecided', isOn)}
      />
      {stopWhenDecided ? (
        <Checkbox
          label="But ask sales leads all BANT questions"
          help="Sales then knows budget, authority, need and timeline before it calls."
          isChecked={keepBantForSales}
          onChecked={(isOn) => turn('keepBantForSales', isOn)}
        />
      ) : null}
    </section>
  )
}

interface NumberOfFormProps {
  editor: Editor
  form: Form
  field: 'budget' | 'restDays'
  label: string
  help: string
  placeholder: string
}

const NumberOfForm = ({ editor, form, field, ...rest }: NumberOfFormProps) => {
  const valueOf = (text: string) => (text.trim() === '' ? undefined : Number(text))
  const refusable = useRefusable(`${form.profiling?.[field] ?? ''}`, {
    complain: (text) =>
      Profiling.shape[field].safeParse(valueOf(text)).success ? undefined : complaints[field],
    onEdit: (text) =>
      editor.dispatch({ type: 'setForm', field: `profiling.${field}`, value: valueOf(text) }),
  })
  return (
    <TextField
      {...rest}
      {...refusable}
      inputMode="numeric"
      autocomplete="off"
      onBlur={editor.settle}
    />
  )
}

const complaints = {
  budget: 'Write a whole number from 0 to 1,000.',
  restDays: 'Write a number of days above 0.',
}

/** New questions per visit where the form says nothing of its own. */
const usualBudget = (touchpoint: Touchpoint | undefined) =>
  touchpoint === undefined ? 'All of them' : usualBudgets[touchpoint]

const usualBudgets: { readonly [T in Touchpoint]: string } = {
  newsletter: 'As usual there: 1',
  download: 'As usual there: 2',
  webinar: 'As usual there: 3',
  demo: 'All of them',
  pricing: 'All of them',
  other: 'All of them',
}
