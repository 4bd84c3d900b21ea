import { Button, TextArea } from '@bantam/ui'
import { FileUp } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'

/** Takes a definition: a file that is chosen or dropped, or a text that is pasted. */
export const DefinitionSource = ({ onText }: { onText: (text: string, name: string) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const take = async (file: File | null | undefined) => {
    if (file) onText(await file.text(), file.name)
  }
  return (
    <div class="import-source">
      <div
        class="import-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer?.files[0])
        }}
      >
        <p>A form of Typeform, SurveyJS or Bantam as a JSON file.</p>
        <Button
          tone="primary"
          icon={<FileUp aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </Button>
        <p class="ui-quietly import-drop-hint">or drop it here</p>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label="File to import"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
      <form
        class="import-paste"
        onSubmit={(event) => {
          event.preventDefault()
          onText(pasted, 'The text')
        }}
      >
        <TextArea label="Or paste the JSON" rows={6} value={pasted} onValue={setPasted} />
        <Button type="submit" disabled={pasted.trim() === ''}>
          Read it
        </Button>
      </form>
    </div>
  )
}
