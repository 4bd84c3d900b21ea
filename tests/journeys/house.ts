import { createHash } from 'node:crypto'
import { openDatabase } from '../faults/database.ts'
import { ask } from '../faults/stage.ts'
import { createProduct } from '../product.ts'
import { guessedToken, listed, strangerAt } from './stranger.ts'

/** Values that appear nowhere else. */
export const canary = {
  company: 'Canary Aviaries',
  name: 'Canarina',
  detail: 'canaries keep fainting',
  phone: '+49 30 7654321',
}

/** To `demo-request`: all answers that lead to sales. */
export const buyer = (email: string) => ({
  'first-name': canary.name,
  'work-email': email,
  company: { name: canary.company },
  role: 'r-director',
  'company-size': 's-201-1000',
  procurement: 'p-with-others',
  need: ['n-qualify'],
  'need-detail': canary.detail,
  'monthly-leads': 4321,
  'current-tool': 'c-inbox',
  timeline: 't-quarter',
  budget: 'b-approved',
  'budget-size': 'bs-20k',
  phone: canary.phone,
  'contact-consent': true,
})

/** All that is required, and nothing that qualifies. */
export const onlooker = (email: string) => ({
  'first-name': 'Zed',
  'work-email': email,
  company: { name: 'Zed' },
  role: 'r-specialist',
  'company-size': 's-1-50',
  need: ['n-browsing'],
  timeline: 't-none',
})

/** Not quite enough for sales alone, and enough together with what a buyer has said. */
export const promising = (email: string) => ({
  ...onlooker(email),
  role: 'r-executive',
  need: ['n-qualify'],
  timeline: 't-half',
  budget: 'b-planned',
})

export interface KnownLead {
  readonly email: string
  /** The token it was left with. */
  readonly visitor: string
  readonly leadId: string
  readonly submissionId: string
}

/** A running server with the demo in it, a stranger at its door, and the database behind it. */
export const openHouse = async () => {
  const product = await createProduct()
  const demo = await product.demo()
  const demoForm = demo.forms['demo-request']
  const server = await product.serve()
  const database = await openDatabase(product.databaseUrl)
  const stranger = strangerAt(product.baseUrl)
  const manage = <T>(path: string, request?: Parameters<typeof ask>[2]) =>
    ask<T>({ product, demo }, path, request)
  const submissionOf = (id: string | undefined) =>
    manage<{
      leadId: string
      answers: readonly { questionId: string; value: unknown; knownSince?: string }[]
      score: { lane: string; fit: number }
    }>(`/v1/submissions/${id}`)

  let people = 0
  const newAddress = () => `person-${++people}@canary-${people}.example`

  const buyAt = async (formId: string, email: string) => {
    const { conversationId = '', visitor = '' } = (await stranger.start(formId)).json
    const answers = listed(buyer(email))
    const { status, json } = await stranger.submit(formId, { version: 1, answers, conversationId })
    if (status !== 201) throw new Error(`a buyer was refused: ${status}`)
    return { email, visitor, conversationId, submissionId: json.submissionId ?? '' }
  }

  const knownLead = async (): Promise<KnownLead> => {
    const { email, visitor, submissionId } = await buyAt(demoForm, newAddress())
    const { leadId } = await submissionOf(submissionId)
    return { email, visitor, leadId, submissionId }
  }

  /** The demo's form under another workspace, with a token and a conversation of that workspace. */
  const foreign = async () => {
    const [formId, workspaceId] = [`foreign-${++people}`, `workspace-${people}`]
    const copy = async (table: string, key: string) => {
      const columns = await database.query<{ name: string }>(
        `SELECT name FROM pragma_table_info('${table}')`,
      )
      const changed: { readonly [column: string]: string } = {
        workspace_id: `'${workspaceId}'`,
        slug: `'${formId}'`,
        [key]: `'${formId}'`,
      }
      const [names, values] = [
        columns.map(({ name }) => name),
        columns.map(({ name }) => changed[name] ?? name),
      ]
      await database.query(
        `INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM ${table} WHERE ${key} = '${demoForm}'`,
      )
    }
    await copy('forms', 'id')
    await copy('form_versions', 'form_id')
    const { visitor, conversationId } = await buyAt(formId, newAddress())
    return { formId, token: visitor, conversation: conversationId }
  }

  const expiredToken = async (): Promise<string> => {
    const { visitor } = await knownLead()
    await database.query(
      `UPDATE conversations SET started_at = 0 WHERE visitor_hash = '${hashOf(visitor)}'`,
    )
    return visitor
  }

  return {
    product,
    demoForm,
    guide: demo.forms['content-download'],
    database,
    stranger,
    manage,
    submissionOf,
    newAddress,
    /** `METHOD /path/{id}` of all that anybody may ask, as the API describes itself. */
    async publicOperations(): Promise<readonly string[]> {
      const { json } = await stranger.send('GET', '/openapi.json')
      const { paths } = json as { paths: { [path: string]: object } }
      return Object.entries(paths).flatMap(([path, methods]) =>
        path.startsWith('/v1/public/')
          ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
          : [],
      )
    },
    knownLead,
    foreign,
    /** Bodies of a start that name nobody whom the demo knows. */
    nobodies: async (): Promise<{ readonly [kind: string]: { readonly visitor?: string } }> => ({
      none: {},
      unknown: { visitor: 'somebody' },
      empty: { visitor: '' },
      guessed: { visitor: guessedToken() },
      foreign: { visitor: (await foreign()).token },
      expired: { visitor: await expiredToken() },
    }),
    async close() {
      await database.close()
      await server.stop()
      product.remove()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')
