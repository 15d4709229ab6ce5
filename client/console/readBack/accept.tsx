/** Taking up what people said: the wording is changed by a change like any other, and what they said stays beside it. */
import { useState } from 'preact/hooks';
import type { Correction } from '../../../core/readBack/types.ts';
import { LIMITS } from '../../../core/limits.ts';
import { capMarks, codePoints } from '../../../core/text.ts';
import type { Wanted as StudiesWanted } from '../caseStudies/desk.ts';
import { useLeaving } from '../leaving.tsx';
import { Dialog } from '../live/dialog.tsx';
import type { TalkDesk } from '../talk/desk.ts';
import { themeCalled } from '../talk/newTheme.ts';
import { beforeHidden, typedLine, typedText } from '../talk/typed.ts';
import { say as sayTalk } from '../talk/words.ts';
import type { Pair } from './pair.ts';
import type { Correctable } from './things.ts';
import { say } from './words.ts';

const MOST = { theme: LIMITS.label, point: LIMITS.pointText, caseStudy: LIMITS.caseStudyText } as const;

export function AcceptDialog(props: {
  talk: Pick<TalkDesk, 'book'>;
  pair: Pair;
  thing: Correctable;
  one: Correction;
  close: () => void;
}) {
  const { talk, pair, one, close } = props;
  // As it was opened: what another window changes meanwhile is not taken for what was seen here.
  const [thing] = useState(props.thing);
  const replaces = one.verdict === 'notQuite' && thing.about !== 'caseStudy';
  const first = replaces ? one.text : thing.words;
  const [text, setText] = useState(first);
  const [wrong, setWrong] = useState('');
  const { leave, question } = useLeaving(text !== first, close);
  const most = MOST[thing.about];
  const save = (): void => {
    const clean = thing.about === 'theme' ? typedLine(text)?.trim() : typedText(text);
    if (clean === undefined || clean === null)
      return setWrong(say('note.hidden', { before: beforeHidden(text) ?? '' }));
    if (codePoints(clean) > most) return setWrong(say('accept.long', { n: most }));
    if (clean === '') return setWrong(say('accept.empty'));
    if (thing.about === 'theme' && clean !== thing.words) {
      const other = themeCalled(talk, clean);
      if (other !== undefined && other.id !== thing.of) return setWrong(sayTalk('theme.name.taken'));
    }
    const took: StudiesWanted = {
      of: 'correction',
      key: one.id,
      was: { accepted: false },
      set: { accepted: true },
    };
    const key = thing.of;
    if (clean === thing.words) pair.perform({ told: [took] });
    else if (thing.about === 'theme')
      pair.perform({
        talk: [{ of: 'theme', key, was: { name: thing.words }, set: { name: clean } }],
        told: [took],
      });
    else if (thing.about === 'point')
      pair.perform({
        talk: [
          { of: 'point', key, session: thing.ofSession, was: { text: thing.words }, set: { text: clean } },
        ],
        told: [took],
      });
    else
      pair.perform({
        told: [{ of: 'caseStudy', key, was: { text: thing.words }, set: { text: clean } }, took],
      });
    close();
  };
  return (
    <Dialog title={say('accept.title')} asks holds={text !== first} close={leave}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {thing.about !== 'caseStudy' && (
          <p>
            <span class="soft">{say('accept.was')}</span> <strong dir="auto">{capMarks(thing.words)}</strong>
          </p>
        )}
        <p>
          <span class="soft">{say(one.verdict === 'missing' ? 'accept.missing' : 'accept.said')}</span>{' '}
          <strong dir="auto">{capMarks(one.text)}</strong>
        </p>
        <label class="field">
          <span>{say('accept.new')}</span>
          <textarea
            rows={thing.about === 'caseStudy' ? 10 : 2}
            dir="auto"
            value={text}
            onInput={(event) => {
              setWrong('');
              setText(event.currentTarget.value);
            }}
          />
        </label>
        {thing.about === 'caseStudy' && <p class="caution">{say('accept.study')}</p>}
        <p class="soft">{say('accept.keep')}</p>
        {wrong !== '' && (
          <p class="bad" role="alert">
            {wrong}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={leave}>
            {say('note.cancel')}
          </button>
          <button type="submit" class="button button-main">
            {say('accept.save')}
          </button>
        </div>
      </form>
      {question}
    </Dialog>
  );
}
