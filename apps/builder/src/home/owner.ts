import type { NewOwner } from '../client.ts'

/** Characters; long enough that no list of signs is needed. */
export const shortestPassword = 10

type OwnerField = 'workspace' | 'name' | 'email' | 'password'

/** What is missing or wrong, in words, by field; empty when the account can be created. */
export const ownerComplaints = (
  owner: Pick<NewOwner, OwnerField>,
): { [F in OwnerField]?: string } => ({
  ...(owner.workspace.trim() === '' && { workspace: 'Write the name of your company.' }),
  ...(owner.name.trim() === '' && { name: 'Write your name: colleagues will see it.' }),
  ...(!/^\S+@\S+\.\S+$/.test(owner.email.trim()) && {
    email: 'Write an email address, such as ada@example.com.',
  }),
  ...([...owner.password].length < shortestPassword && {
    password: `Use at least ${shortestPassword} characters; this has ${[...owner.password].length}.`,
  }),
})
