import type { Question } from '@bantam/schema'
import { Checkbox, Select, TextField } from '@bantam/ui'
import { complaintAboutField } from '../form/limits.ts'
import { settingOf, type Setting } from '../form/settings.ts'
import type { Editor } from './editor.ts'
import { settingEdit } from './setting-edit.ts'
import { useRefusable } from './use-refusable.ts'

interface SettingFieldProps {
  editor: Editor
  question: Question
  setting: Setting
}

/** One setting of a question. What the schema refuses stays in the field, with the reason. */
export const SettingField = (props: SettingFieldProps) => {
  const Control = controls[props.setting.control]
  return <Control {...props} />
}

const Written = ({ editor, question, setting }: SettingFieldProps) => {
  const { field, unit = 1, control } = setting
  const held = settingOf(question, field)
  const valueOf = (text: string): unknown =>
    text.trim() === '' ? undefined : control === 'number' ? Number(text) * unit : text
  const refusable = useRefusable(
    typeof held === 'number' ? `${Number((held / unit).toFixed(3))}` : String(held ?? ''),
    {
      complain(text) {
        const value = valueOf(text)
        if (typeof value === 'number' && Number.isNaN(value)) return 'Write a number.'
        return complaintAboutField(question, { field, value })
      },
      onEdit: (text) => editor.dispatch(settingEdit(question.id, { field, value: valueOf(text) })),
    },
  )
  return (
    <TextField
      {...refusable}
      label={setting.label}
      help={setting.help}
      placeholder={setting.placeholder}
      type={control === 'date' ? 'date' : 'text'}
      inputMode={control === 'number' ? 'decimal' : undefined}
      autocomplete="off"
      onBlur={editor.settle}
    />
  )
}

const Flag = ({ editor, question, setting: { field, label, help } }: SettingFieldProps) => (
  <Checkbox
    label={label}
    help={help}
    isChecked={settingOf(question, field) === true}
    onChecked={(value) => editor.dispatch(settingEdit(question.id, { field, value }))}
  />
)

const Steps = ({ editor, question, setting }: SettingFieldProps) => {
  const { field, label, help, range: [from, to] = [0, 0] } = setting
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`)
  return (
    <Select
      label={label}
      help={help}
      value={String(settingOf(question, field) ?? '')}
      options={[
        { value: '', label: 'As usual' },
        ...numbers.map((value) => ({ value, label: value })),
      ]}
      onValue={(text) =>
        editor.dispatch(
          settingEdit(question.id, { field, value: text === '' ? undefined : Number(text) }),
        )
      }
    />
  )
}

const controls = { text: Written, number: Written, date: Written, flag: Flag, steps: Steps }
