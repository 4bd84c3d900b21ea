import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from './client.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in; only below the gate. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used above the gate')
  return session
}
