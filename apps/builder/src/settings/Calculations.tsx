import type { Calculation, Form } from '@bantam/schema'
import { showToast } from '@bantam/ui'
import { useState } from 'preact/hooks'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { removeUnlessUsed } from '../editor/removal.ts'
import { CalculationCard } from './CalculationCard.tsx'
import { complainOfName } from './complain-of-name.ts'
import { NewName } from './NewName.tsx'

/** Numbers and texts that the answers work out, for branches, texts and scoring to use. */
export const Calculations = ({ editor, form }: { editor: Editor; form: Form }) => {
  const calculations = form.calculations ?? []
  const [opened, open] = useState<string>()
  const complain = (name: string) =>
    complainOfName(
      name,
      calculations.map(({ id }) => id),
    )
  const remove = ({ id }: Calculation) =>
    removeUnlessUsed(editor, {
      thing: { kind: 'calculation', id },
      title: id,
      edit: { type: 'removeCalculation', id },
      after: () =>
        showToast({ text: `Removed “${id}”.`, action: { label: 'Undo', run: editor.undo } }),
    })
  return (
    <section class="settings-part" aria-labelledby="calculations">
      <h3 id="calculations">
        Calculations <span class="ui-quietly ui-figures">{calculations.length}</span>
      </h3>
      <p class="ui-quietly">
        Numbers or texts that the answers work out. Branches and scoring can read them, and texts
        show them.
      </p>
      {calculations.length > 0 ? (
        <ul class="calculations">
          {calculations.map((calculation) => (
            <CalculationCard
              key={calculation.id}
              editor={editor}
              form={form}
              calculation={calculation}
              complain={complain}
              isOpen={opened === calculation.id}
              onOpen={open}
              onRemove={() => remove(calculation)}
            />
          ))}
        </ul>
      ) : null}
      <NewName
        label="Add a calculation"
        placeholder="New calculation"
        complain={complain}
        onAdd={(id) => {
          const calculation: Calculation = { id, type: 'number', start: 0, steps: [] }
          inOneStep(editor, { type: 'addCalculation', calculation })
          open(id)
        }}
      />
      {calculations[0] === undefined ? null : (
        <p class="ui-field-help">
          In texts, write <code>{`{{calculation:${calculations[0].id}}}`}</code>.
        </p>
      )}
    </section>
  )
}
