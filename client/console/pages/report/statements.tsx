/** Each statement: the sentence of its figure, the team's own text, and how many quotes were chosen. */
import { useState } from 'preact/hooks';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { putSentence, putStatementText, readLines } from './edits.ts';
import { MadeText } from './madeText.tsx';
import { Sheet } from './sheet.tsx';

export function Statements() {
  const { id, desk, doc, page } = useWriting();
  return (
    <Sheet name="statements">
      <ol class="report-statements">
        {page.statements.map((statement) => {
          const own = doc.statements[statement.id];
          const path = `statements.${statement.id}`;
          const of = { n: statement.number };
          return (
            <li key={statement.id}>
              <h3>
                <span class="statement-number">{statement.number}</span>{' '}
                <span dir="auto">{statement.text}</span>
              </h3>
              {statement.sentence === '' && own?.sentence === undefined ? (
                <p class="hint">{say('rep.sentence.none')}</p>
              ) : (
                <MadeText
                  path={`${path}.sentence.text`}
                  label={say('rep.sentence', of)}
                  made={statement.sentence}
                  edited={own?.sentence}
                  rows={3}
                  put={(sentence, field) => desk.change((d) => putSentence(d, statement.id, sentence), field)}
                />
              )}
              <TextField
                path={`${path}.text`}
                label={say('rep.own', of)}
                hint={say('rep.own.hint')}
                area
                value={own?.text ?? ''}
                onInput={(text) =>
                  desk.change((d) => putStatementText(d, statement.id, text), `${path}.text`)
                }
                onBlur={() => desk.settle()}
              />
              <p>
                {say(statement.quotes === 0 ? 'rep.quotes.none' : 'rep.quotes', { n: statement.quotes })}{' '}
                <a
                  href={`/console/c/${id}/results#line-${statement.id}`}
                  aria-label={say('rep.quotes.choose.of', of)}
                >
                  {say('rep.quotes.choose')}
                </a>
              </p>
            </li>
          );
        })}
      </ol>
      <details>
        <summary>{say('rep.signs')}</summary>
        <div class="more-choices">
          <p class="hint">{say('rep.signs.hint')}</p>
          <Signs list="names" label={say('rep.names')} hint={say('rep.names.hint')} />
          <Signs list="places" label={say('rep.placenames')} hint={say('rep.placenames.hint')} />
        </div>
      </details>
    </Sheet>
  );
}

/** A list that comments are searched for. It is taken over when the field is left: typing needs its empty lines. */
function Signs({ list, label, hint }: { list: 'names' | 'places'; label: string; hint: string }) {
  const { desk, doc } = useWriting();
  const kept = doc.lists[list];
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      path={`lists.${list}`}
      label={label}
      hint={hint}
      area
      value={typed ?? kept.join('\n')}
      onInput={setTyped}
      onBlur={() => {
        if (typed === null) return;
        const lines = readLines(typed);
        setTyped(null);
        if (lines.join('\n') !== kept.join('\n'))
          desk.change((d) => ({ ...d, lists: { ...d.lists, [list]: lines } }), null);
      }}
    />
  );
}
