/** The recommendations that the room is asked about: where it is, how many have answered, and what was said. */
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleCheck, ConsoleCheckItem } from '../../../core/checkingView.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { subPoints, type Recommendation } from '../../../core/recommendations/types.ts';
import { capMarks } from '../../../core/text.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { askRecommendations } from '../recommendations/ask.ts';
import { begin } from '../talk/words.ts';
import { mayCommand } from '../staff.ts';
import { Choice } from './choice.tsx';
import { say, totalWords } from './checkWords.ts';
import type { Desk } from './desk.ts';
import './check.css';

const STEPS = ['ask', 'dots', 'done'] as const;

export function Check({ desk, view, check }: { desk: Desk; view: ConsoleView; check: ConsoleCheck }) {
  const { step, list, at, shown, paper } = check;
  const leads = mayCommand('check');
  const current = useCurrent(view.session.consultation, `${step} ${at}`);
  return (
    <section class="ladder panel topics check" aria-label={say('title')}>
      <h2 class="panel-title">{say('title')}</h2>
      {leads && (
        <Choice
          label={say('step')}
          options={STEPS.map((value) => ({ value, label: say(`step.${value}`) }))}
          value={step}
          choose={(to) => void desk.run({ do: 'check', change: { to: 'step', step: to } })}
        />
      )}
      <p class="soft">{say(`step.${step}.text`)}</p>
      {step === 'dots' && (
        <p class="check-count">
          {check.dotsPut === 0 ? say('dotsPut.none') : say('dotsPut', { n: check.dotsPut })}
        </p>
      )}
      <ol class="topics-list" tabIndex={0} aria-label={say('title')}>
        {list.map((item) => (
          <Row
            key={item.n}
            desk={desk}
            item={item}
            front={step === 'ask' && item.n === at}
            step={step}
            leads={leads}
            differs={differs(item, current)}
          />
        ))}
      </ol>
      {leads && (
        <div class="check-foot">
          {(step === 'dots' || shown) && (
            <button
              type="button"
              class="button small"
              onClick={() => void desk.run({ do: 'check', change: { to: 'show', on: !shown } })}
            >
              {say(shown ? 'hide' : 'show')}
            </button>
          )}
          <button
            type="button"
            class="button small"
            onClick={() => (desk.dialog.value = { kind: 'checkPaper' })}
          >
            {say('paper')}
          </button>
          <button type="button" class="button small" onClick={() => (desk.dialog.value = { kind: 'check' })}>
            {say('again')}
          </button>
          <button type="button" class="button small" onClick={() => void desk.run({ do: 'talk', on: false })}>
            {say('off')}
          </button>
          {paper.sheets > 0 && <span class="soft">{say('paper.n', { n: paper.sheets })}</span>}
        </div>
      )}
    </section>
  );
}

/** The recommendations as they read now; null: not known. Asked for again when the room goes on. */
function useCurrent(consultation: string, when: string): readonly Recommendation[] | null {
  const [list, setList] = useState<readonly Recommendation[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void askRecommendations(consultation).then((page) => {
      if (wanted && !isRefusal(page)) setList(page.list);
    });
    return () => {
      wanted = false;
    };
  }, [consultation, when]);
  return list;
}

function differs(
  item: ConsoleCheckItem,
  current: readonly Recommendation[] | null,
): 'differs' | 'removed' | null {
  if (current === null || !item.now) return null;
  const one = current.find(({ id }) => id === item.recommendation);
  if (one === undefined) return 'removed';
  const points = subPoints(one).map(capMarks);
  const same = capMarks(one.text) === item.text && JSON.stringify(points) === JSON.stringify(item.points);
  return same ? null : 'differs';
}

function Row(props: {
  desk: Desk;
  item: ConsoleCheckItem;
  front: boolean;
  step: ConsoleCheck['step'];
  leads: boolean;
  differs: 'differs' | 'removed' | null;
}) {
  const { desk, item, front, step, leads } = props;
  const { n, text, points, total, now, reached, placed } = item;
  return (
    <li class={front ? 'topic topic-now' : 'topic'} aria-current={front ? 'step' : undefined}>
      <p dir="auto">{text}</p>
      {front && points.length > 0 && (
        <ul class="check-points">
          {points.map((point, i) => (
            <li key={i} dir="auto">
              {point}
            </li>
          ))}
        </ul>
      )}
      <p class="topic-facts">
        {front && <span>{say('state.now')}</span>}
        {!now && <span>{say('state.earlier')}</span>}
        {now && step === 'ask' && reached && <span>{say('placed', { n: placed })}</span>}
        {total !== null && totalWords(total).map((words) => <span key={words}>{words}</span>)}
      </p>
      {props.differs !== null && <p class="check-differs">{say(props.differs)}</p>}
      {leads && now && step === 'ask' && !front && (
        <p class="topic-buttons">
          <button
            type="button"
            class="button small"
            aria-label={say('go.to.of', { text: begin(text) })}
            onClick={() => void desk.run({ do: 'check', change: { to: 'at', n } })}
          >
            {say('go.to')}
          </button>
        </p>
      )}
    </li>
  );
}
