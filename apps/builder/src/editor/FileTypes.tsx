import { FileType, type QuestionOf } from '@bantam/schema'
import { Checkbox } from '@bantam/ui'
import type { Editor } from './editor.ts'
import { settingEdit } from './setting-edit.ts'

const names: { readonly [T in FileType]: string } = {
  pdf: 'PDF',
  image: 'Image',
  document: 'Document',
  spreadsheet: 'Spreadsheet',
  presentation: 'Presentation',
  text: 'Plain text',
}

/** The types of file that are taken; all of them unless some are left out. */
export const FileTypes = ({
  editor,
  question: { id, validation },
}: {
  editor: Editor
  question: QuestionOf<'file'>
}) => {
  const all = FileType.options
  const taken = validation?.types ?? all
  const take = (type: FileType, isTaken: boolean) => {
    const types = all.filter((one) => (one === type ? isTaken : taken.includes(one)))
    const value = types.length === all.length ? undefined : types
    editor.dispatch(settingEdit(id, { field: 'validation.types', value }))
  }
  return (
    <fieldset class="parts-editor">
      <legend>Types</legend>
      {all.map((type) => (
        <Checkbox
          key={type}
          label={names[type]}
          isChecked={taken.includes(type)}
          disabled={taken.length === 1 && taken.includes(type)}
          onChecked={(isTaken) => take(type, isTaken)}
        />
      ))}
    </fieldset>
  )
}
