import { Button, Dialog, showToast } from '@bantam/ui'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { client, type FormItem } from '../client.ts'
import { queries } from '../queries.ts'

/** What taking a form offline means, before it is done. */
export const OfflineDialog = ({ form, onClose }: { form: FormItem; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const leaving = useMutation({
    mutationFn: () => client.takeOffline(form.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      showToast({ text: `“${form.title}” is offline.` })
      onClose()
    },
  })
  return (
    <Dialog
      title={`Take “${form.title}” offline?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" isBusy={leaving.isPending} onClick={() => leaving.mutate()}>
            Take offline
          </Button>
        </>
      }
    >
      <p>
        Nobody can open it any more, on its own page or where it is embedded, and answers that are
        being given right now do not arrive.
      </p>
      <p>Its leads, figures and versions stay. Publish it to put it back.</p>
      {leaving.error === null ? null : <p role="alert">{leaving.error.message}</p>}
    </Dialog>
  )
}
