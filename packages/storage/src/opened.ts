import type { Storage } from './port.ts'

/** A database ready to serve. `auth` is what better-auth's adapter takes; `facts` are for the boot message. */
export interface Opened<Db, AuthTables> {
  readonly storage: Storage
  readonly auth: {
    readonly db: Db
    readonly tables: AuthTables
    readonly provider: 'sqlite' | 'pg'
  }
  readonly facts: { readonly [name: string]: string }
}
