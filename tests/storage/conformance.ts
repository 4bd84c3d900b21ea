import { afterAll, beforeAll, describe } from 'vitest'
import { definitionsBehave } from './conformance/definitions.ts'
import { deliveryBehaves } from './conformance/delivery.ts'
import { conversationsBehave } from './conformance/conversations.ts'
import { intakeBehaves } from './conformance/intake.ts'
import { workspacesAreApart } from './conformance/isolation.ts'
import { leadsBehave } from './conformance/leads.ts'
import { peopleBehave } from './conformance/people.ts'
import { uploadsBehave } from './conformance/uploads.ts'
import type { Subject } from './subject.ts'

/** What both databases promise alike. Every test works in a workspace of its own. */
export const conforms = (name: string, open: () => Promise<Subject>): void => {
  describe(`storage on ${name}`, () => {
    let subject: Subject | undefined
    beforeAll(async () => {
      subject = await open()
    })
    afterAll(async () => subject?.close())

    const current = () => {
      if (!subject) throw new Error('the database did not open')
      return subject
    }
    definitionsBehave(current)
    intakeBehaves(current)
    conversationsBehave(current)
    leadsBehave(current)
    uploadsBehave(current)
    deliveryBehaves(current)
    peopleBehave(current)
    workspacesAreApart(current)
  })
}
