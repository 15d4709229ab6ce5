/** What was counted, large, to be said aloud before it is saved. */
import { answerLabel, type Scale } from '../../../../core/scale.ts';
import { Dialog } from '../dialog.tsx';
import { answersOf, keyOf, sumOf, type Counts } from './model.ts';
import { say } from './words.ts';
import './readBack.css';

export function ReadBack(props: {
  scale: Scale;
  /** Whose post-its, each with its name; the name is empty where nobody is asked for a group. */
  parts: readonly { name: string; groups: readonly string[] }[];
  counts: Counts;
  heads: Counts;
  yes: () => void;
  no: () => void;
}) {
  const { scale, parts, counts, heads } = props;
  return (
    <Dialog wide title={say('read.title')} close={props.no}>
      <p>{say('read.text')}</p>
      <div class="read-parts">
        {parts.map(({ name, groups }) => {
          const people = heads[groups.toSorted().join('+')] ?? 0;
          return (
            <section key={groups.join('+')}>
              {name !== '' && <h3 dir="auto">{name}</h3>}
              <ul class="read-lines">
                {answersOf(scale).map((answer) => (
                  <li key={answer}>
                    <span dir="auto">{answerLabel(scale, answer)}</span>{' '}
                    <b>{counts[keyOf(groups, answer)] ?? 0}</b>
                  </li>
                ))}
              </ul>
              <p class="read-total">
                {say('read.total', { n: sumOf(counts, groups, scale) })}{' '}
                {people > 0 && say('read.heads', { n: people })}
              </p>
            </section>
          );
        })}
      </div>
      <div class="dialog-buttons">
        <button type="button" class="button button-large" onClick={props.no}>
          {say('read.no')}
        </button>
        <button type="button" class="button button-main button-large" onClick={props.yes}>
          {say('read.yes')}
        </button>
      </div>
    </Dialog>
  );
}
