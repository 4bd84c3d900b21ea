import type { Stage } from './stage.ts'

/** One open inbox: what the server pushed to it so far. */
export interface LiveStream {
  /** Ids of the events in the order they came. */
  readonly ids: readonly string[]
  /** Addresses of the leads that they were about. */
  readonly emails: readonly string[]
  /** How the stream is: open, ended by the server in good order, or torn off. */
  readonly state: () => 'open' | 'ended' | 'torn'
}

/** Opens the stream of live events; resolves when the server has said that it stands. */
export const openLiveStream = async (
  baseUrl: string,
  { apiKey }: Stage['demo'],
): Promise<LiveStream> => {
  const response = await fetch(`${baseUrl}/v1/live`, {
    headers: { authorization: `Bearer ${apiKey}` },
  })
  if (!response.ok || !response.body) throw new Error(`/v1/live answered ${response.status}`)
  const ids: string[] = []
  const emails: string[] = []
  let state: ReturnType<LiveStream['state']> = 'open'
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const first = await reader.read()

  const read = async (): Promise<void> => {
    let text = first.value ?? ''
    for (;;) {
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const { id, data } = fieldsOf(message)
        if (id === undefined || data === undefined) continue
        ids.push(id)
        emails.push((JSON.parse(data) as { lead: { email: string } }).lead.email)
      }
      const { done, value } = await reader.read()
      if (done) return
      text += value
    }
  }
  read().then(
    () => (state = 'ended'),
    () => (state = 'torn'),
  )
  return { ids, emails, state: () => state }
}

const fieldsOf = (message: string): { readonly [name: string]: string | undefined } =>
  Object.fromEntries(
    message.split('\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()]
    }),
  )
