import type { QuestionOf } from '@bantam/schema'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import { acceptOf, largestOf, sizeInWords, storedOf, typesInWords } from './file-draft.ts'
import { fileWords } from './file-words.ts'
import css from './file-upload.css?inline'

/** `sent` is the share that has left, from 0 to 1. */
interface Sending {
  readonly name: string
  readonly sent: number
}

/** One file, sent while the visitor goes on looking at the question; only its id becomes the answer. */
const FileUpload = (props: InputProps<QuestionOf<'file'>>) => {
  const { question, draft, change, labels, upload, speech } = props
  const [sending, setSending] = useState<Sending>()
  const [trouble, setTrouble] = useState<string>()
  const [isOver, setOver] = useState(false)
  const [waits, setWaits] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const life = useRef<AbortController>(undefined)
  const words = speech.file ?? fileWords
  const { fill } = speech
  const stored = storedOf(draft, words)
  const largest = largestOf(question)
  const most = sizeInWords(largest, words)
  const types = typesInWords(question, words)

  useEffect(() => () => life.current?.abort(), [])

  // Going on while a file is under way waits for it.
  useEffect(() => {
    const form = field.current?.form
    if (!sending || !form) return
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      setWaits(true)
    }
    form.addEventListener('submit', hold, { capture: true })
    return () => form.removeEventListener('submit', hold, { capture: true })
  }, [sending !== undefined])
  useEffect(() => {
    if (!waits || sending) return
    setWaits(false)
    if (stored) field.current?.form?.requestSubmit()
  }, [waits, sending, stored])

  const send = async (file: File) => {
    life.current?.abort()
    setTrouble(undefined)
    change(undefined)
    if (!upload) return setTrouble(words.unavailable)
    if (file.size > largest) return setTrouble(fill(words.tooLarge, most))
    const { signal } = (life.current = new AbortController())
    const onProgress = (sent: number) => setSending({ name: file.name, sent })
    onProgress(0)
    const outcome = await upload(file, { questionId: question.id, signal, onProgress })
    if (signal.aborted) return
    setSending(undefined)
    if (outcome.kind === 'stored')
      change({ uploadId: outcome.uploadId, name: file.name, size: file.size })
    else setTrouble(outcome.kind === 'refused' ? refusal(outcome) : words.unreachable)
  }
  /** Our own words for what we know; the server's for anything else. */
  const refusal = ({ code, message }: { code: string; message: string }) => {
    if (code === 'too-large') return fill(words.tooLarge, most)
    return code === 'unsupported-media-type' ? fill(words.wrongType, types) : message
  }
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file) void send(file)
  }
  const remove = () => {
    life.current?.abort()
    setSending(undefined)
    setTrouble(undefined)
    change(undefined)
    if (field.current) field.current.value = ''
    field.current?.focus()
  }

  const shown = sending?.name ?? stored?.name
  return (
    <div class="file" data-over={isOver}>
      <label
        class="row drop"
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer?.files)
        }}
      >
        <input
          {...labels}
          ref={field}
          type="file"
          aria-labelledby={`${labels['aria-labelledby']} file-choose`}
          aria-describedby={`file-limits file-trouble ${labels['aria-describedby']}`}
          accept={acceptOf(question)}
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <span>
          <b id="file-choose">{words.choose}</b> <span class="away-touch">{words.drop}</span>
        </span>
        <small id="file-limits">{fill(words.upTo, types, most)}</small>
      </label>
      {shown !== undefined && (
        <div class="row taken">
          <span>
            <bdi>{shown}</bdi>
            {!sending && stored?.size !== undefined && (
              <small>
                <bdi>{sizeInWords(stored.size, words)}</bdi>
              </small>
            )}
            {sending && <progress value={sending.sent} aria-label={fill(words.uploading, shown)} />}
          </span>
          <button type="button" aria-label={fill(words.remove, shown)} onClick={remove} />
        </div>
      )}
      <p id="file-trouble" class="error">
        {trouble}
      </p>
      <p class="away" role="status">
        {waits
          ? words.waits
          : sending
            ? fill(words.uploading, sending.name)
            : stored
              ? fill(words.stored, stored.name)
              : ''}
      </p>
    </div>
  )
}

export const file: LaterInput<'file'> = { input: FileUpload, css }
