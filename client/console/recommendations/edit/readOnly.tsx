/** What somebody who may not write reads of a recommendation: the same facts, without fields. */
import { subPoints, WORDS, type Recommendation } from '../../../../core/recommendations/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { sayDate } from '../../words.ts';
import { say } from '../words.ts';
import { WORD_LABELS } from './heads.tsx';
import { promiseWords } from './promises.tsx';

export function ReadOnly({ one }: { one: Recommendation }) {
  const facts: [string, string][] = [
    [say('field.points'), subPoints(one).join('\n')],
    [say('field.to'), one.to],
    [say('field.owner'), one.owner],
    [say('field.askedOn'), sayDate(one.askedOn)],
    [say('answer.what'), say(`answer.${one.answer === '' ? 'none' : one.answer}`)],
    [say(one.answer === 'part' ? 'field.why.part' : 'field.why.no'), one.why],
    [say('field.answerWords'), one.answerWords],
    [say('field.answeredOn'), sayDate(one.answeredOn)],
    [say('field.done'), one.done],
    [say('field.doneOn'), sayDate(one.doneOn)],
    [say('field.toldOn'), sayDate(one.toldOn)],
    [say('field.toldHow'), one.toldHow],
  ];
  const word = WORDS.filter((name) => one[name] > 0);
  return (
    <section class="rec-part">
      <dl class="rec-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{capMarks(value)}</dd>
            </div>
          ))}
        {promiseWords(one).map((words) => (
          <div key={words}>
            <dt>{say('promise.title')}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {word.length > 0 && (
          <div>
            <dt>{say('part.word')}</dt>
            <dd>
              {word.map((name) => `${say(WORD_LABELS[name])}: ${one[name]}`).join(' · ')}
              {one.wordOn !== '' && ` (${sayDate(one.wordOn)})`}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
