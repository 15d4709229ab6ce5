/** What rooms said of a recommendation, and the order by participants' dots beside the team's. */
import { checkedOn, dotsOf, type CheckedWords } from '../../../core/checked.ts';
import { answeredOf, type SaidCounts } from '../../../core/checking.ts';
import { FLOORS } from '../../../core/limits.ts';
import { speaker } from '../../../core/message.ts';
import type { CheckedSession } from '../../../core/recommendations/api.ts';
import { subPoints, type Recommendation } from '../../../core/recommendations/types.ts';
import { capMarks } from '../../../core/text.ts';
import { CHECKED_EN } from '../messages/checked.en.ts';
import { LANGUAGE } from '../words.ts';
import { lists } from './words.ts';
import './checked.css';

const say = speaker(CHECKED_EN, LANGUAGE);

export type Order = 'team' | 'room';

/** Only where dots were put. */
export function OrderSwitch(props: {
  sessions: readonly CheckedSession[];
  order: Order;
  choose: (order: Order) => void;
}) {
  const { sessions, order, choose } = props;
  const asked = sessions.filter(({ checked }) => checked.some(({ dots }) => dots !== null)).length;
  if (asked === 0) return null;
  return (
    <div class="checked-order">
      <div class="row" role="group" aria-label={say('order')}>
        {(['team', 'room'] as const).map((value) => (
          <button
            key={value}
            type="button"
            class="button small"
            aria-pressed={order === value}
            onClick={() => choose(value)}
          >
            {say(`order.${value}`)}
          </button>
        ))}
      </div>
      <span class="soft">
        {say('order.from', { n: asked })} {order === 'room' && say('order.text')}
      </span>
    </div>
  );
}

/** @param props.place by dots in its list; null: no dots are on it */
export function CheckedLine(props: {
  one: Recommendation;
  sessions: readonly CheckedSession[];
  place: number | null;
  shared: boolean;
}) {
  const { one, sessions, place, shared } = props;
  const words = checkedOn(one, sessions);
  const now = words.find((each) => each.now);
  const dots = dotsOf(one.id, sessions);
  if (words.length === 0 && dots === null) return null;
  return (
    <p class="rec-marks checked-line">
      {now !== undefined && <strong>{figureWords(now.said)}</strong>}
      {now === undefined && words.length > 0 && (
        <span class="rec-mark rec-plain">
          {say(words.every(({ text }) => text === '') ? 'gone' : 'earlier')}
        </span>
      )}
      {dots !== null && <span>{say('dots', { n: dots.n })}</span>}
      {place !== null && <span class="soft">{say(shared ? 'place.shared' : 'place.by', { n: place })}</span>}
    </p>
  );
}

/** From twenty people on with a percentage. */
function figureWords(said: SaidCounts): string {
  const of = answeredOf(said);
  if (of === 0) return say('line.nobody');
  if (of < FLOORS.percentFrom) return say('line', { n: said.said, of });
  return say('line.percent', { n: said.said, of, percent: Math.round((100 * said.said) / of) });
}

export function CheckedPart({ one, sessions }: { one: Recommendation; sessions: readonly CheckedSession[] }) {
  const words = checkedOn(one, sessions);
  const dots = dotsOf(one.id, sessions);
  const written = sessions.flatMap((session) => {
    const ns = session.checked.flatMap((item) => (item.recommendation === one.id ? [item.n] : []));
    return session.words.flatMap(({ n, id, text }) =>
      ns.includes(n) ? [{ key: `${session.id} ${id}`, session, id, text }] : [],
    );
  });
  if (words.length === 0 && dots === null && written.length === 0) return null;
  return (
    <section class="rec-part" aria-labelledby={`checked-${one.id}`}>
      <h4 id={`checked-${one.id}`}>{say('title')}</h4>
      {words.map((each, i) => (
        <Version key={i} words={each} sessions={sessions} />
      ))}
      {dots !== null && <p>{say('dots.from', { dots: say('dots', { n: dots.n }), n: dots.sessions })}</p>}
      {written.length > 0 && (
        <>
          <h5>{say('written', { n: written.length })}</h5>
          <p class="hint">{say('written.text')}</p>
          <ul class="checked-written">
            {written.map(({ key, session, id, text }) => (
              <li key={key}>
                <a href={`/console/s/${encodeURIComponent(session.id)}/talk#point-${id}`} dir="auto">
                  {capMarks(text)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{say('team')}</p>
    </section>
  );
}

function Version({ words, sessions }: { words: CheckedWords; sessions: readonly CheckedSession[] }) {
  const { said, now, text } = words;
  const names = words.sessions.map((id) => sessions.find((one) => one.id === id)?.name ?? '');
  return (
    <div class="checked-version">
      <p class="soft">{say(now ? 'words.now' : text === '' ? 'words.gone' : 'words.earlier')}</p>
      {!now && text !== '' && (
        <blockquote dir="auto">
          {capMarks(text)}
          {subPoints(words).map((point, i) => (
            <span key={i}>{capMarks(point)}</span>
          ))}
        </blockquote>
      )}
      <p>
        <strong>{figureWords(said)}</strong>
      </p>
      <ul>
        {said.notQuite > 0 && <li>{say('notQuite', { n: said.notQuite })}</li>}
        {said.missing > 0 && <li>{say('missing', { n: said.missing })}</li>}
        {said.declined > 0 && <li>{say('declined', { n: said.declined })}</li>}
      </ul>
      <p class="soft">{say('sessions', { n: names.length, names: lists.format(names.map(capMarks)) })}</p>
    </div>
  );
}
