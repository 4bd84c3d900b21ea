import { Button, Dialog, showToast } from '@bantam/ui'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { separateLead, type Lead } from '../client.ts'
import { usePlace } from '../place.ts'

/** Anybody can type anybody's address: takes one submission out of a lead that it was joined to by its address. */
export const Separate = ({ lead, submissionId }: { lead: Lead; submissionId: string }) => {
  const [isAsked, setAsked] = useState(false)
  const queries = useQueryClient()
  const place = usePlace()
  const separating = useMutation({
    mutationFn: () => separateLead(lead.id, submissionId),
    onSuccess: (other) => {
      setAsked(false)
      showToast({ text: 'Told apart: this is the other person.', seconds: 5 })
      void queries.invalidateQueries()
      place.goToLead(other.id)
    },
  })
  return (
    <>
      <Button class="timeline-doubt" tone="quiet" size="small" onClick={() => setAsked(true)}>
        Was this somebody else?
      </Button>
      {isAsked ? (
        <Dialog
          title="Two people under one address?"
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>Cancel</Button>
              <Button
                tone="primary"
                isBusy={separating.isPending}
                onClick={() => separating.mutate()}
              >
                Tell them apart
              </Button>
            </>
          }
        >
          <p>
            These answers came with the address {lead.email}, and so they were added to this lead.
            They will be a lead of their own, without the address; this one goes back to what the
            other submissions say.
          </p>
          {separating.error === null ? null : <p role="alert">{separating.error.message}</p>}
        </Dialog>
      ) : null}
    </>
  )
}
