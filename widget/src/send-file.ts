import type { UploadOutcome, UploadWatch } from './transport.ts'

interface SendingFile extends UploadWatch {
  readonly file: File
  readonly version: number
}

/** Posts a file's bytes under its name. By XMLHttpRequest: fetch tells nobody how far an upload is. */
export const sendFile = (url: string, sending: SendingFile) =>
  new Promise<UploadOutcome>((resolve) => {
    const { file, questionId, version, signal, onProgress } = sending
    const query = new URLSearchParams({
      name: file.name,
      question: questionId,
      version: String(version),
    })
    const request = new XMLHttpRequest()
    request.open('POST', `${url}?${query}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => resolve({ kind: 'unreachable' }))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })

const outcomeOf = ({ status, responseText }: XMLHttpRequest): UploadOutcome => {
  const { uploadId, code, detail } = parsed(responseText)
  if (status === 201 && typeof uploadId === 'string') return { kind: 'stored', uploadId }
  return status >= 400 && status < 500 && status !== 429 && typeof detail === 'string'
    ? { kind: 'refused', code: String(code), message: detail }
    : { kind: 'unreachable' }
}

/** A captive portal answers with a page: that is no word of ours. */
const parsed = (text: string): { uploadId?: unknown; code?: unknown; detail?: unknown } => {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
