import { Menu, showToast } from '@bantam/ui'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { CircleOff, CopyPlus, Download, Ellipsis, ExternalLink } from 'lucide-preact'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { client, type FormItem } from '../client.ts'
import { queries } from '../queries.ts'
import { OfflineDialog } from './OfflineDialog.tsx'

/** What can be done with a form without opening it. */
export const FormActions = ({ form }: { form: FormItem }) => {
  const { route } = useLocation()
  const queryClient = useQueryClient()
  const duplication = useMutation({
    mutationFn: () => client.duplicateForm(form.id),
    onSuccess: ({ id, draft }) => {
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      showToast({
        text: `Created “${draft.title}”.`,
        action: { label: 'Open', run: () => route(`/forms/${id}`) },
      })
    },
    onError: (error) => showToast({ tone: 'danger', text: error.message }),
  })
  const [isLeaving, setLeaving] = useState(false)
  const page = {
    id: 'page',
    label: 'Open the full page',
    icon: <ExternalLink aria-hidden="true" />,
    run: () => void window.open(`/f/${form.slug}`, '_blank', 'noreferrer'),
  }
  const offline = {
    id: 'offline',
    label: 'Take offline',
    icon: <CircleOff aria-hidden="true" />,
    run: () => setLeaving(true),
  }
  return (
    <>
      <Menu
        label={`More for ${form.title}`}
        trigger={<Ellipsis size={16} aria-hidden="true" />}
        items={[
          {
            id: 'duplicate',
            label: 'Duplicate',
            icon: <CopyPlus aria-hidden="true" />,
            run: () => duplication.mutate(),
          },
          {
            id: 'export',
            label: 'Export as a file',
            icon: <Download aria-hidden="true" />,
            run: () => location.assign(client.exportUrl(form.id)),
          },
          ...(form.publishedVersion === null ? [] : [page, offline]),
        ]}
      />
      {isLeaving ? <OfflineDialog form={form} onClose={() => setLeaving(false)} /> : null}
    </>
  )
}
