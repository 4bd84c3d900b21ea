import { Dialog, Kbd } from '@bantam/ui'

const keys = [
  [['J'], 'Next lead'],
  [['K'], 'Previous lead'],
  [['Enter', 'O'], 'Open the lead'],
  [['Esc'], 'Back to the queue'],
  [['M'], 'Claim: make it mine'],
  [['T'], 'Note the first contact'],
  [['A'], 'Accept'],
  [['C'], 'Convert to SQL'],
  [['N'], 'Send to nurture'],
  [['R'], 'Reject, with a reason'],
  [['Z'], 'Undo the last action'],
  [['/'], 'Search'],
  [['1', '5'], 'Open, Mine, Unclaimed, Nurture, All'],
  [['?'], 'These keys'],
] as const

export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Keys" onClose={onClose}>
    <dl class="keys">
      {keys.map(([names, words]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            {names.map((name, index) => (
              <span key={name}>
                {index > 0 ? (name === '5' ? ' to ' : ' or ') : ''}
                <Kbd>{name}</Kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Dialog>
)
