// The keys, by their place on the keyboard, and the rule that stands above them all.
import { FloorDialog } from './floor-dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['N', 'Take the next open task in hand'],
  ['A', 'Acknowledge what is in hand: hold for one second. On a FLASH screen one press takes it'],
  ['1 2 3 4', 'Answer a FLASH that was taken; elsewhere: write positions as MGRS, DD, DM, DMS'],
  ['5 6', 'Write positions as UTM, as SK-42 (X north, Y east)'],
  ['B', 'Read back what is in hand'],
  ['Q', 'Ask a question about it'],
  ['E X', 'Correct or cancel our own notice'],
  ['F', 'Save the evidence of it'],
  ['D', 'New notice'],
  ['S', 'Say something else: proposals, movements, declarations, accidents and more'],
  ['W', 'Warn the other side (FLASH)'],
  ['M', 'The arrangement (memorandum): read, compare, propose, sign'],
  ['T', 'The talks on one page: offered, asked, declared, said, met, signed'],
  ['L', 'List or time bars'],
  ['Z H', 'Zoom to what is in hand; to everything'],
  ['C G', 'Copy the coordinate under the cursor; go to a coordinate'],
  ['F8', 'Silence the alarm sound for 60 seconds; the screen stays'],
  ['Esc', 'Put aside'],
  ['?', 'This list'],
];

/** The help. */
export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <FloorDialog title="Keys" close={close} size={560}>
      <dl className="help-keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Keys go by their place on the keyboard and are the same in every language. A notice is not a
        permission, nor a promise of safety; its absence removes no protection. Silence is never
        consent.
      </p>
    </FloorDialog>
  );
}
