import type { Form } from '@bantam/schema'
import { IconButton, showToast } from '@bantam/ui'
import { X } from 'lucide-preact'
import { EditedText } from '../editor/EditedText.tsx'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { complainOfName } from './complain-of-name.ts'
import { NewName } from './NewName.tsx'

/** What visitors agree to, by purpose: consent questions show it, and each consent is stored with its version. */
export const ConsentTexts = ({ editor, form }: { editor: Editor; form: Form }) => {
  const consents = form.consents ?? []
  const remove = (purpose: string) => {
    inOneStep(editor, { type: 'removeConsent', purpose })
    showToast({ text: `Removed “${purpose}”.`, action: { label: 'Undo', run: editor.undo } })
  }
  return (
    <section class="settings-part" aria-labelledby="consent-texts">
      <h3 id="consent-texts">
        Consent texts <span class="ui-quietly ui-figures">{consents.length}</span>
      </h3>
      <p class="ui-quietly">
        What visitors agree to. A consent question shows the text of its purpose, and each consent
        is stored with the version that was read.
      </p>
      {consents.length > 0 ? (
        <ul class="calculations">
          {consents.map(({ purpose, text, textVersion }) => (
            <li key={purpose} class="calculation">
              <div class="calculation-head">
                <p>
                  <b>{purpose}</b>{' '}
                  <span class="ui-quietly">
                    {askedBy(form, purpose) ? '' : 'no question asks it'}
                  </span>
                </p>
                <IconButton
                  size="small"
                  label={`Remove “${purpose}”`}
                  icon={<X aria-hidden="true" />}
                  onClick={() => remove(purpose)}
                />
              </div>
              <EditedText
                name="consentText"
                label={
                  <>
                    Text<span class="ui-unseen"> for {purpose}</span>
                  </>
                }
                isLong
                value={text}
                onEdit={(value) =>
                  editor.dispatch({ type: 'setConsent', purpose, field: 'text', value })
                }
                onSettled={editor.settle}
              />
              <EditedText
                name="consentVersion"
                label={
                  <>
                    Version<span class="ui-unseen"> of {purpose}</span>
                  </>
                }
                help="Change it whenever the text means something else."
                value={textVersion}
                onEdit={(value) =>
                  editor.dispatch({ type: 'setConsent', purpose, field: 'textVersion', value })
                }
                onSettled={editor.settle}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <NewName
        label="Add a purpose of consent"
        placeholder="New purpose"
        complain={(name) =>
          complainOfName(
            name,
            consents.map(({ purpose }) => purpose),
          )
        }
        onAdd={(purpose) =>
          inOneStep(editor, {
            type: 'addConsent',
            consent: { purpose, text: '', textVersion: '1' },
          })
        }
      />
    </section>
  )
}

const askedBy = ({ questions }: Form, purpose: string): boolean =>
  questions.some((question) => question.kind === 'consent' && question.purpose === purpose)
