/** What is asked before heads are saved: another window has saved others, or they are more than were there. */
import { CHANGED, SAID, TOLD, type More, type Typed } from '../../../core/heard.ts';
import { sayDate } from '../words.ts';
import { say } from './words.ts';

/** Both beside each other, where they differ. */
export function Elsewhere(props: { there: Typed; here: Typed; take: () => void; save: () => void }) {
  const { take, save } = props;
  const there = cellsOf(props.there);
  const here = cellsOf(props.here);
  const names = [...new Set([...there.keys(), ...here.keys()])];
  const apart = names.filter((name) => there.get(name) !== here.get(name));
  return (
    <div class="heard-asking" role="alert">
      <p>{say('elsewhere')}</p>
      {apart.length > 0 && (
        <table class="heard-apart">
          <thead>
            <tr>
              <th scope="col">{say('elsewhere.what')}</th>
              <th scope="col">{say('elsewhere.there')}</th>
              <th scope="col">{say('elsewhere.here')}</th>
            </tr>
          </thead>
          <tbody>
            {apart.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{there.get(name) ?? say('elsewhere.none')}</td>
                <td>{here.get(name) ?? say('elsewhere.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="heard-buttons">
        <button type="button" class="button" onClick={take}>
          {say('elsewhere.take')}
        </button>
        <button type="button" class="button" onClick={save}>
          {say('elsewhere.save')}
        </button>
      </p>
    </div>
  );
}

/** How many of which answer, by its name in words. */
function cellsOf({ paper, later }: Typed): Map<string, number> {
  const cells = new Map<string, number>();
  const add = <K extends string>(question: string, keys: readonly K[], counts: Record<K, number>): void => {
    for (const key of keys) {
      const name = say('elsewhere.cell', { question, answer: say(`answer.${key}` as 'answer.yes') });
      cells.set(name, (cells.get(name) ?? 0) + counts[key]);
    }
  };
  add(say('type.said'), SAID, paper.said);
  add(say('type.told'), TOLD, paper.told);
  for (const { day, changed } of later) add(sayDate(day), CHANGED, changed);
  return cells;
}

/** It may be right: a head-count can be wrong as well. */
export function Many(props: More & { save: () => void; keep: () => void }) {
  const { n, came, again, save, keep } = props;
  return (
    <div class="heard-asking" role="alert">
      <p>{say(again ? 'many.again' : 'many', { n, came })}</p>
      <p class="heard-buttons">
        <button type="button" class="button" onClick={keep}>
          {say('many.change')}
        </button>
        <button type="button" class="button" onClick={save}>
          {say('many.save')}
        </button>
      </p>
    </div>
  );
}
