import type { QuestionOf } from '@bantam/schema'
import { Checkbox } from '@bantam/ui'
import { partNames } from '../form/parts.ts'
import type { Editor } from './editor.ts'
import { settingEdit } from './setting-edit.ts'

type PartsQuestion = QuestionOf<'contact' | 'address' | 'company'>

/** Which parts are asked, and which of them an answer must hold. */
export const PartsEditor = ({ editor, question }: { editor: Editor; question: PartsQuestion }) => {
  const names: { readonly [part: string]: string } = partNames[question.kind]
  const all = Object.keys(names)
  const asked: readonly string[] = question.parts ?? (question.kind === 'company' ? ['name'] : all)
  const required: readonly string[] =
    'requiredParts' in question ? (question.requiredParts ?? []) : []
  const canRequire = question.kind !== 'company'
  const set = (field: 'parts' | 'requiredParts', value: readonly string[]) =>
    settingEdit(question.id, { field, value: value.length > 0 ? value : undefined })

  const ask = (part: string, isAsked: boolean) => {
    const parts = isAsked ? [...asked, part] : asked.filter((one) => one !== part)
    if (parts.length === 0) return
    editor.dispatch({
      type: 'batch',
      edits: [
        set('parts', parts),
        ...(canRequire
          ? [
              set(
                'requiredParts',
                required.filter((one) => parts.includes(one)),
              ),
            ]
          : []),
      ],
    })
  }
  return (
    <fieldset class="parts-editor">
      <legend>Parts</legend>
      {[...asked, ...all.filter((part) => !asked.includes(part))].map((part) => (
        <div key={part}>
          <Checkbox
            label={names[part]}
            isChecked={asked.includes(part)}
            disabled={asked.length === 1 && asked.includes(part)}
            onChecked={(isAsked) => ask(part, isAsked)}
          />
          {canRequire && asked.includes(part) ? (
            <Checkbox
              label={
                <>
                  Required<span class="visually-hidden"> {names[part]}</span>
                </>
              }
              isChecked={required.includes(part)}
              onChecked={(isRequired) =>
                editor.dispatch(
                  set(
                    'requiredParts',
                    isRequired ? [...required, part] : required.filter((one) => one !== part),
                  ),
                )
              }
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  )
}
