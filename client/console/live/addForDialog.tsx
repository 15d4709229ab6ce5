/** An answer read from a card, for someone who has no phone; the facilitator knows them by a number. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { roomLabel } from '../../../core/consultation.ts';
import { DECLINE_WORDS, labelsOf, type Answer } from '../../../core/scale.ts';
import type { AddFor } from '../../../core/schema.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { codePoints } from '../../../core/text.ts';
import { useLeaving } from '../leaving.tsx';
import { refusalWords, type Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { GroupChoice, Radios } from './fields.tsx';
import { say, textOf } from './words.ts';

export function AddForDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const opened = view.boards.filter((b) => b.opened);
  const [person, setPerson] = useState(view.withoutPhone + 1);
  const [groups, setGroups] = useState<string[]>([]);
  const [n, setN] = useState(opened.find((b) => b.n === view.room.at)?.n ?? opened.at(-1)?.n ?? 0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [comment, setComment] = useState('');
  const [audience, setAudience] = useState<AddFor['audience']>('room');
  const [quote, setQuote] = useState(false);
  const [card, setCard] = useState('');
  const [told, setTold] = useState('');
  const board = opened.find((b) => b.n === n);

  const save = async (given: Answer | null): Promise<void> => {
    const theirs = card.trim() === '' ? {} : { card };
    const entry: AddFor = { person, groups, board: n, answer: given, comment, audience, quote, ...theirs };
    const outcome = await desk.link.addFor(entry);
    if (outcome === 'away') setTold(say('did.away'));
    else if (isRefusal(outcome)) setTold(refusalWords(outcome));
    else {
      setTold(say(given === null ? 'add.taken' : 'add.saved', { person }));
      setAnswer(null);
      setComment('');
      setCard('');
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (view.groups.length > 0 && groups.length === 0) setTold(say('add.needGroup'));
    else if (answer === null) setTold(say('add.needAnswer'));
    else void save(answer);
  };
  const left = LIMITS.commentCodePoints - codePoints(comment);
  const close = (): void => void (desk.dialog.value = null);
  const { leave, question } = useLeaving(answer !== null || comment !== '' || card !== '', close);
  if (board === undefined)
    return (
      <Dialog title={say('add.title')} close={close}>
        <p>{say('add.none')}</p>
      </Dialog>
    );
  return (
    <Dialog wide holds title={say('add.title')} close={leave}>
      <form class="form" onSubmit={submit}>
        <div class="form-row">
          <label class="field field-short">
            <span>{say('add.person')}</span>
            <input
              type="number"
              min={1}
              max={LIMITS.peopleWithoutPhone}
              required
              value={person}
              onInput={(event) => setPerson(event.currentTarget.valueAsNumber || 1)}
            />
          </label>
          <p class="soft form-aside">{say('add.person.text', { n: view.withoutPhone })}</p>
        </div>
        {view.groups.length > 0 && (
          <GroupChoice
            label={say(view.session.twoGroups ? 'add.groups.two' : 'add.groups')}
            groups={view.groups.map((g) => ({ value: g.id, label: roomLabel(g) }))}
            most={view.session.twoGroups ? LIMITS.groupsPerPerson : 1}
            value={groups}
            choose={setGroups}
          />
        )}
        <label class="field">
          <span>{say('add.board')}</span>
          <select class="select" value={n} onChange={(event) => setN(Number(event.currentTarget.value))}>
            {opened.map((b) => (
              <option key={b.n} value={b.n}>
                {say(b.round === 2 ? 'comments.board.second' : 'comments.board', {
                  number: b.number,
                  text: textOf(b.wordings),
                })}
              </option>
            ))}
          </select>
        </label>
        <Radios<string>
          label={say('add.answer')}
          name="answer"
          options={[
            ...labelsOf(board.scale).map((label, i) => ({ value: String(i + 1), label })),
            ...board.scale.declines.map((d) => ({ value: d, label: DECLINE_WORDS[d] })),
          ]}
          value={answer === null ? null : String(answer)}
          choose={(value) => setAnswer(value === 'n' || value === 'x' ? value : Number(value))}
        />
        <label class="field">
          <span>{say('add.comment')}</span>
          <textarea
            rows={2}
            dir="auto"
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
        </label>
        {comment !== '' && (
          <p class={left < 0 ? 'field-note bad' : 'field-note'}>{say('add.left', { n: left })}</p>
        )}
        <div class="form-row form-top">
          <Radios<AddFor['audience']>
            label={say('add.audience')}
            name="audience"
            options={[
              { value: 'room', label: say('add.room') },
              { value: 'team', label: say('add.team') },
            ]}
            value={audience}
            choose={setAudience}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={quote}
              onChange={(event) => setQuote(event.currentTarget.checked)}
            />
            <span>{say('add.quote')}</span>
          </label>
        </div>
        <label class="field field-code">
          <span>{say('add.card')}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={30}
            value={card}
            onInput={(event) => setCard(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-buttons">
          <p role="status" class="form-told">
            {told}
          </p>
          <button type="button" class="button" onClick={() => void save(null)}>
            {say('add.takeBack')}
          </button>
          <button type="submit" class="button button-main" disabled={left < 0}>
            {say('add.save')}
          </button>
        </div>
        {question}
      </form>
    </Dialog>
  );
}
