/** What happened: promised days, what was done, telling people, and their own word on it. */
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { PrintSheets } from '../../live/checkPrint.tsx';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';
import { Heads } from './heads.tsx';
import { Promises } from './promises.tsx';
import { Day, Field } from './typed.tsx';

interface Props {
  desk: Desk;
  one: Recommendation;
  today: string;
}

export function DonePart({ desk, one, today }: Props) {
  const of = { desk, id: one.id, fields: one };
  return (
    <section class="rec-part" aria-labelledby={`done-${one.id}`}>
      <h4 id={`done-${one.id}`}>{say('part.done')}</h4>
      <Promises desk={desk} one={one} today={today} />
      <Field {...of} name="done" label={say('field.done')} area />
      <Day {...of} name="doneOn" label={say('field.doneOn')} />
    </section>
  );
}

export function ToldPart({ desk, one, floor }: Omit<Props, 'today'> & { floor: number }) {
  const of = { desk, id: one.id, fields: one };
  return (
    <>
      <section class="rec-part" aria-labelledby={`told-${one.id}`}>
        <h4 id={`told-${one.id}`}>{say('part.told')}</h4>
        <div class="rec-two">
          <Day {...of} name="toldOn" label={say('field.toldOn')} />
          <Field {...of} name="toldHow" label={say('field.toldHow')} hint={say('field.toldHow.hint')} />
        </div>
      </section>
      <section class="rec-part" aria-labelledby={`word-${one.id}`}>
        <h4 id={`word-${one.id}`}>{say('part.word')}</h4>
        <p class="hint">{say('word.hint', { floor })}</p>
        <p>
          <PrintSheets
            consultation={desk.page.value?.consultation ?? ''}
            order={{ session: null, recommendations: [], again: true }}
          />
        </p>
        <Heads desk={desk} one={one} />
      </section>
    </>
  );
}
