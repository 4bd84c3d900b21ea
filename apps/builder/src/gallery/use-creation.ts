import { showToast } from '@bantam/ui'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { client } from '../client.ts'
import { blankForm } from '../home/blank.ts'
import { queries } from '../queries.ts'

/** The choice that is no template. */
export const blank = 'blank'

/** Creates a form from a template, or a blank one, and opens it. */
export const useCreation = () => {
  const { route } = useLocation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (template: string) =>
      client.createForm(template === blank ? { definition: blankForm() } : { template }),
    onSuccess: ({ id, model }) => {
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      void queryClient.invalidateQueries({ queryKey: queries.models.queryKey })
      route(`/forms/${id}`)
      if (model?.isLive) showToast({ text: `Leads are scored by “${model.name}” from now on.` })
    },
    onError: (error) => showToast({ tone: 'danger', text: error.message }),
  })
}
