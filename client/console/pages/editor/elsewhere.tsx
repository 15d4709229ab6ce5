/** Another window has saved the same consultation: which one stays? */
import type { Desk } from '../desk.ts';
import { Dialog } from '../parts/dialog.tsx';
import { say } from '../say.ts';

export function Elsewhere({ desk }: { desk: Pick<Desk, 'choose'> }) {
  return (
    // Esc leaves it open: nothing is saved until one of the two is chosen.
    <Dialog title={say('save.elsewhere')} onClose={() => undefined}>
      <p>{say('save.elsewhere.words')}</p>
      <div class="either">
        {(['theirs', 'mine'] as const).map((whose) => (
          <div key={whose}>
            <button type="button" class="button" onClick={() => void desk.choose(whose)}>
              {say(`save.${whose}`)}
            </button>
            <p class="hint">{say(`save.${whose}.hint`)}</p>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
