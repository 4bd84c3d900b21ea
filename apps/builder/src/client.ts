import type { Diagnosis } from '@bantam/engine'
import type { Form, ProblemDetail, Role } from '@bantam/schema'

export interface Session {
  user: { id: string; name: string; email: string }
  workspace: { id: string; name: string; isDemo: boolean }
  role: Role
}
export interface Setup {
  isOpen: boolean
  hasDemo: boolean
  demoUsers?: { email: string; role: Role; password: string }[]
}
export interface NewOwner {
  workspace: string
  name: string
  email: string
  password: string
  token?: string | undefined
}
export interface FormItem {
  id: string
  slug: string
  title: string
  publishedVersion: number | null
  revision: number
  questionCount: number
  updatedAt: string
  stats: { views: number; starts: number; submissions: number }
}
export interface FormDetail {
  id: string
  slug: string
  publishedVersion: number | null
  revision: number
  draft: Form
  isChanged: boolean
  /** Whether every visitor's browser must prove some work. */
  asksProof: boolean
  updatedAt: string
  /** Address of the full page. */
  url: string
}
export interface CreatedForm extends FormDetail {
  /** The scoring model that came with a template; a draft where another one is live already. */
  model: { id: string; name: string; isLive: boolean } | null
}
export interface TemplateItem {
  id: string
  name: string
  description: string
  /** Where the form stands, or the questioning method it follows. */
  group: 'touchpoint' | 'framework'
  letters: string[]
  questionCount: number
}
export interface TemplateDetail extends TemplateItem {
  form: Form
}
export interface ModelItem {
  id: string
  name: string
  publishedVersion: number | null
}
/** What became of one element of an imported definition; `why` says it where it was not kept. */
export interface ImportEntry {
  what: string
  name: string
  path: string
  why?: string
}
export interface ImportResult {
  from: 'bantam' | 'typeform' | 'surveyjs'
  form: Form
  report: { kept: ImportEntry[]; changed: ImportEntry[]; dropped: ImportEntry[] }
}
export interface VersionItem {
  version: number
  publishedAt: string
  publishedByName: string | null
}
export interface Saved {
  revision: number
  /** What would stop the draft from being published. */
  diagnosis?: ProblemDetail[]
}
export interface Published {
  version: number
  publishedAt: string
}

/** The server refused: `code` is stable, `detail` is in words, `errors` name the places. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly errors: readonly ProblemDetail[]
  readonly requestId: string | undefined
  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`)
    this.status = status
    this.code = problem.code ?? 'internal'
    this.errors = problem.errors ?? []
    this.requestId = problem.requestId
  }
}

/** No answer came: the network or the server is down. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  constructor(cause: unknown) {
    super('The server cannot be reached. Check the connection and try again.', { cause })
  }
}

const formPath = (id: string) => `/v1/forms/${encodeURIComponent(id)}`

/** The management API as the builder uses it. Every call throws `Refusal` or `Unreachable`. */
export const client = {
  session: () => call<Session>('/v1/session'),
  signIn: (credentials: { email: string; password: string }) =>
    call<Session>('/v1/session', { method: 'POST', body: credentials }),
  /** With an empty document: the server takes only JSON, as proof that no foreign page sent it. */
  signOut: async () => void (await send('/v1/session', { method: 'DELETE', body: {} })),
  setup: () => call<Setup>('/v1/setup'),
  createOwner: (owner: NewOwner) => call<Session>('/v1/setup', { method: 'POST', body: owner }),
  openDemo: (token: string | undefined) =>
    call<Session>('/v1/setup/demo', { method: 'POST', body: { token } }),
  forms: (cursor?: string) =>
    call<{ items: FormItem[]; next: string | null }>(
      cursor ? `/v1/forms?cursor=${encodeURIComponent(cursor)}` : '/v1/forms',
    ),
  createForm: (origin: { definition: Form } | { template: string }) =>
    call<CreatedForm>('/v1/forms', { method: 'POST', body: origin }),
  /** Reads a definition of any product; nothing is stored. */
  readDefinition: (document: unknown) =>
    call<ImportResult>('/v1/forms/import', { method: 'POST', body: { document } }),
  importForm: (document: unknown) =>
    call<ImportResult & { created: FormDetail }>('/v1/forms/import', {
      method: 'POST',
      body: { document, save: true },
    }),
  /** Address of the draft as a file. */
  exportUrl: (id: string) => `${formPath(id)}/export`,
  duplicateForm: (id: string) =>
    call<FormDetail>(`${formPath(id)}/duplicate`, { method: 'POST', body: {} }),
  templates: () => call<{ items: TemplateItem[] }>('/v1/templates'),
  template: (id: string) => call<TemplateDetail>(`/v1/templates/${encodeURIComponent(id)}`),
  models: () => call<{ items: ModelItem[] }>('/v1/models'),
  form: (id: string) => call<FormDetail>(formPath(id)),
  /** Throws a `Refusal` with `stale-revision` when somebody else saved after `revision`. */
  saveDraft: (id: string, draft: { definition: Form; revision: number }) =>
    call<Saved>(`${formPath(id)}/draft`, {
      method: 'PUT',
      body: { definition: draft.definition },
      headers: { 'If-Match': `"${draft.revision}"` },
    }),
  diagnosis: (id: string) => call<Diagnosis>(`${formPath(id)}/diagnosis`),
  /** Takes effect at once, without publishing. */
  protect: (id: string, asksProof: boolean) =>
    call<{ asksProof: boolean }>(`${formPath(id)}/protection`, {
      method: 'PUT',
      body: { asksProof },
    }),
  publish: (id: string, revision: number) =>
    call<Published>(`${formPath(id)}/publish`, { method: 'POST', body: { revision } }),
  takeOffline: (id: string) => send(`${formPath(id)}/publish`, { method: 'DELETE' }),
  versions: (id: string) => call<{ items: VersionItem[] }>(`${formPath(id)}/versions`),
  /** Throws a `Refusal` with `stale-revision` when somebody saved after `revision`. */
  restoreVersion: (id: string, { version, revision }: { version: number; revision: number }) =>
    call<{ revision: number }>(`${formPath(id)}/versions/${version}/restore`, {
      method: 'POST',
      body: { revision },
    }),
  /** Undefined where the server does not tell a version's definition. */
  version: (id: string, version: number) =>
    call<{ definition: Form }>(`${formPath(id)}/versions/${version}`).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) return undefined
      throw error
    }),
}

interface Problem {
  title?: string
  detail?: string
  code?: string
  errors?: ProblemDetail[]
  requestId?: string
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: object
  headers?: Record<string, string>
}

const call = async <T>(path: string, request?: Request): Promise<T> =>
  (await send(path, request)).json()

const send = async (path: string, { method = 'GET', body, headers }: Request = {}) => {
  const response = await fetch(path, {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Unreachable(cause)
  })
  if (!response.ok) throw new Refusal(response.status, await problemOf(response))
  return response
}

/** A proxy in between may answer with a page instead of a problem; then the status says all. */
const problemOf = async (response: Response): Promise<Problem> =>
  response.json().then(
    (body: unknown) => (typeof body === 'object' && body !== null ? body : {}),
    () => ({}),
  )
