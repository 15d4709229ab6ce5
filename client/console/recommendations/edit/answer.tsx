/** Who is asked, and what they answered. A "no" and an "in part" are kept with their reason only. */
import { useEffect, useRef } from 'preact/hooks';
import type { OwnersAnswer, Recommendation } from '../../../../core/recommendations/types.ts';
import { cleanText } from '../../../../core/text.ts';
import { Radios } from '../../pages/parts/choices.tsx';
import { TextField } from '../../pages/parts/fields.tsx';
import { answeredOver, answering, type Begun } from '../begun.ts';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';
import { Day, Field, Typed } from './typed.tsx';

const CHOICES = ['none', 'accepted', 'part', 'no'] as const;
type Choice = (typeof CHOICES)[number];

interface Props {
  desk: Desk;
  one: Recommendation;
}

export function AskedPart({ desk, one }: Props) {
  const of = { desk, id: one.id, fields: one };
  return (
    <section class="rec-part" aria-labelledby={`asked-${one.id}`}>
      <h4 id={`asked-${one.id}`}>{say('part.asked')}</h4>
      <div class="rec-two">
        <Field {...of} name="to" label={say('field.to')} hint={say('field.to.hint')} />
        <Field {...of} name="owner" label={say('field.owner')} hint={say('field.owner.hint')} />
      </div>
      <Day {...of} name="askedOn" label={say('field.askedOn')} />
    </section>
  );
}

export function AnswerPart({ desk, one }: Props) {
  const of = { desk, id: one.id, fields: one };
  const begun = desk.begun.value.get(one.id) ?? null;
  const choice: OwnersAnswer = begun?.answer ?? one.answer;
  const needsWhy = choice === 'no' || choice === 'part';
  const over = answeredOver(one, begun);
  const put = (answer: OwnersAnswer, why: string): void => {
    desk.perform([answering(one, begun, answer, why)]);
    desk.begin(one.id, null);
  };
  const choose = (wanted: Choice): void => {
    const answer = wanted === 'none' ? '' : wanted;
    if (answer === over.answer) desk.begin(one.id, null);
    else if ((answer === 'no' || answer === 'part') && over.why === '')
      desk.begin(one.id, { answer, why: begun?.why ?? '', over });
    else put(answer, over.why);
  };
  return (
    <section class="rec-part" aria-labelledby={`answer-${one.id}`}>
      <h4 id={`answer-${one.id}`}>{say('part.answer')}</h4>
      <div class="rec-choices">
        <Radios<Choice>
          path={`${one.id}.answer`}
          legend={say('answer.what')}
          options={CHOICES.map((value) => ({ value, label: say(`answer.${value}`) }))}
          value={choice === '' ? 'none' : choice}
          onChange={choose}
        />
      </div>
      {begun !== null ? (
        <Reason
          desk={desk}
          path={`${one.id}.reason`}
          begun={begun}
          type={(why) => desk.begin(one.id, { ...begun, why })}
          save={(why) => put(begun.answer, why)}
        />
      ) : (
        needsWhy && (
          <Typed
            desk={desk}
            path={`${one.id}.why`}
            label={say(`field.why.${choice === 'no' ? 'no' : 'part'}`)}
            needed={say('field.why.stays')}
            area
            value={one.why}
            save={(why, was) => desk.perform([{ key: one.id, was: { why: was }, set: { why } }])}
          />
        )
      )}
      <Field {...of} name="answerWords" label={say('field.answerWords')} area />
      {one.answer !== '' && (
        <Day {...of} name="answeredOn" label={say('field.answeredOn')} hint={say('field.answeredOn.hint')} />
      )}
    </section>
  );
}

/** Kept together with the answer once something stands in it and the field is left. */
function Reason(props: {
  desk: Desk;
  path: string;
  begun: Begun;
  type: (why: string) => void;
  save: (why: string) => void;
}) {
  const { desk, path, begun, type, save } = props;
  const box = useRef<HTMLDivElement>(null);
  const keep = (): void => {
    const words = cleanText(begun.why) ?? '';
    if (words !== '') save(words);
  };
  const last = useRef(keep);
  last.current = keep;
  useEffect(() => {
    box.current?.querySelector('textarea')?.focus();
    return desk.beforeUndo(() => last.current());
  }, [desk]);
  return (
    <div ref={box}>
      <TextField
        path={path}
        label={say(`field.why.${begun.answer}`)}
        caution={say(`field.why.needed.${begun.answer}`)}
        area
        value={begun.why}
        onInput={type}
        onBlur={keep}
      />
    </div>
  );
}
