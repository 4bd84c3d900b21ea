import { differencesBetween, type Place } from '@bantam/editing'
import { Button, Dialog, showToast, Skeleton } from '@bantam/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { client, Refusal } from '../client.ts'
import { queries } from '../queries.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { placeProblems, type OpenForm } from './document.ts'
import { FindingLine } from './FindingLine.tsx'
import { repair, type PlacedFinding, type Whereabouts } from './findings.ts'

interface PublishDialogProps {
  open: OpenForm
  onClose: () => void
  onGo: (where: Whereabouts) => void
}

/** What will change for visitors, then the press that changes it. */
export const PublishDialog = ({ open, onClose, onGo }: PublishDialogProps) => {
  const queryClient = useQueryClient()
  const form = open.editor.form.value
  const version = open.publishedVersion.value
  const published = useQuery({
    queryKey: ['version', open.id, version],
    queryFn: async () =>
      version === null ? null : ((await client.version(open.id, version)) ?? null),
    staleTime: Infinity,
  })
  const before = published.data?.definition
  const differences = before && differencesBetween(before, form)
  const findings = open.diagnosing.findings.value
  const errors = findings.filter(({ severity }) => severity === 'error')
  const isUnchanged = differences ? differences.length === 0 : !open.isChanged.value
  const publication = useMutation({
    mutationFn: () => publish(open),
    onSuccess: ({ version: made, form: live }) => {
      open.publishedVersion.value = made
      open.publishedForm.value = live
      open.problems.value = []
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      showToast({ text: `Version ${made} is live.` })
      onClose()
    },
    onError: (error) => {
      const refused = error instanceof Refusal ? error.errors : []
      open.problems.value = placeProblems(open.editor.form.peek(), refused)
    },
  })
  return (
    <Dialog
      title={version === null ? 'Publish this form' : `Publish version ${version + 1}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            tone="primary"
            isBusy={publication.isPending}
            disabled={isUnchanged || errors.length > 0}
            onClick={() => publication.mutate()}
          >
            {publication.isPending ? 'Publishing…' : 'Publish'}
          </Button>
        </>
      }
    >
      <Checklist findings={findings} open={open} onGo={onGo} />
      {errors.length === 0 && publication.error ? (
        <Problems error={publication.error} open={open} onGo={onGo} />
      ) : null}
      {version === null ? (
        <p>
          {numbered(form.questions.length, 'question')} and{' '}
          {numbered(form.endings.length, 'ending')} go live. From then on visitors can answer; what
          you change afterwards stays a draft until you publish again.
        </p>
      ) : null}
      {version !== null && published.isPending ? <Skeleton rows={2} /> : null}
      {version !== null && !published.isPending && !differences && !isUnchanged ? (
        <p>
          Visitors see version {version} now. Conversations that are under way stay on it; new ones
          see this draft.
        </p>
      ) : null}
      {isUnchanged ? <p>Nothing has changed since version {version}.</p> : null}
      {differences && differences.length > 0 ? (
        <>
          <p>Conversations that are under way stay on version {version}. New ones see:</p>
          <DifferenceList differences={differences} />
        </>
      ) : null}
    </Dialog>
  )
}

const numbered = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

const publish = async (open: OpenForm) => {
  const revision = await open.autosave.flush()
  if (revision === undefined) {
    throw new NotSaved('The last changes could not be saved, so they cannot be published yet.')
  }
  const form = open.editor.form.peek()
  const { version } = await client.publish(open.id, revision)
  return { version, form }
}

/** What must be corrected first; when nothing must, what is worth a look. Each line leads to its place. */
const Checklist = ({
  findings,
  open,
  onGo,
}: { findings: readonly PlacedFinding[] } & Omit<PublishDialogProps, 'onClose'>) => {
  const isStopped = findings.some(({ severity }) => severity === 'error')
  const listed = findings.filter(({ severity }) => severity === (isStopped ? 'error' : 'warning'))
  if (listed.length === 0) return null
  return (
    <>
      {isStopped ? (
        <p role="alert">It can be published once this is corrected:</p>
      ) : (
        <p>Worth a look first, though it can be published like this:</p>
      )}
      <ul class="publish-findings">
        {listed.map((finding) => (
          <FindingLine
            key={`${finding.code} ${finding.path} ${finding.message}`}
            finding={finding}
            onGo={() => onGo(finding)}
            onFix={() => {
              repair(open.editor, finding)
              open.diagnosing.look(open.editor.form.peek())
            }}
          />
        ))}
      </ul>
    </>
  )
}

const Problems = ({
  error,
  open,
  onGo,
}: { error: Error | null } & Omit<PublishDialogProps, 'onClose'>) => {
  const problems = open.problems.value
  const { questions } = open.editor.form.value
  const numberOf = (place: Place) => {
    const at = place.part === 'question' ? questions.findIndex(({ id }) => id === place.id) : -1
    return at < 0 ? '' : `Question ${at + 1}: `
  }
  return (
    <div class="form-trouble" role="alert">
      <p>{problems.length > 0 ? 'It cannot be published like this.' : error?.message}</p>
      {problems.length > 0 ? (
        <ul class="problems">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <button type="button" onClick={() => onGo(problem)}>
                {numberOf(problem.place)}
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
