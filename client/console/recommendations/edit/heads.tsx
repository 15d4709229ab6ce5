/** Did it happen? Head-counts: what is no number of people is said to be not saved, and more than came are asked about. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { WORDS, type Recommendation } from '../../../../core/recommendations/types.ts';
import { Faults, TextField } from '../../pages/parts/fields.tsx';
import type { Desk } from '../desk.ts';
import { headsWords } from '../odd.ts';
import { say } from '../words.ts';
import { Day } from './typed.tsx';

export const WORD_LABELS = {
  wordYes: 'word.yes',
  wordPartly: 'word.partly',
  wordNo: 'word.no',
  wordUnknown: 'word.unknown',
} as const;
type Name = (typeof WORDS)[number];

export function Heads({ desk, one }: { desk: Desk; one: Recommendation }) {
  /** What was typed, and the count as it stood then: another window's, or that of a step taken back, takes its place. */
  const [typed, setTyped] = useState<{ [N in Name]?: { text: string; at: number } }>({});
  const textOf = (name: Name): string => {
    const mine = typed[name];
    return mine?.at === one[name] ? mine.text : String(one[name]);
  };
  const bad = WORDS.filter((name) => headsIn(textOf(name)) === null);
  const type = (name: Name, text: string): void => {
    const n = headsIn(text);
    setTyped({ ...typed, [name]: { text, at: n ?? one[name] } });
    if (n !== null && n !== one[name])
      desk.perform([{ key: one.id, was: { [name]: one[name] }, set: { [name]: n } }]);
  };
  const many = headsWords(one, desk.page.value?.came ?? 0);
  return (
    <>
      <div class="rec-counts">
        <Faults value={bad.map((name) => ({ where: `${one.id}.${name}`, text: say('word.bad') }))}>
          {WORDS.map((name) => (
            <TextField
              key={name}
              path={`${one.id}.${name}`}
              type="digits"
              label={say(WORD_LABELS[name])}
              value={textOf(name)}
              onInput={(text) => type(name, text)}
              onBlur={() => {
                if (headsIn(textOf(name)) !== null) setTyped({ ...typed, [name]: undefined });
              }}
            />
          ))}
        </Faults>
        <Day desk={desk} id={one.id} fields={one} name="wordOn" label={say('field.wordOn')} />
      </div>
      <div role="status">
        {bad.length > 0 && <p class="fault">{say('word.bad.text', { most: LIMITS.attendanceCount })}</p>}
        {many !== undefined && <p class="caution">{many}</p>}
      </div>
    </>
  );
}

/** Null: it is no number of people. */
function headsIn(text: string): number | null {
  const n = Number(text.trim());
  return /^\d*$/.test(text.trim()) && n <= LIMITS.attendanceCount ? n : null;
}
