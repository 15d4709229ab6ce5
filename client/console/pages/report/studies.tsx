/** Which case studies the report prints, in which order, and what keeps others out of it. */
import { useId } from 'preact/hooks';
import type { ChoosableStudy } from '../../../../core/caseStudies/api.ts';
import { capMarks } from '../../../../core/text.ts';
import { sayDate } from '../../words.ts';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { Sheet } from './sheet.tsx';
import { chooseStudy, chosenStudies, moveStudy } from './studyEdits.ts';

export function Studies() {
  const { id, doc, page } = useWriting();
  const { studies } = page;
  const chosen = chosenStudies(doc, studies);
  const others = studies.filter((one) => !chosen.includes(one));
  return (
    <Sheet name="studies">
      {studies.length === 0 ? (
        <p class="empty">{say('rep.studies.none')}</p>
      ) : (
        <>
          <h3>{say('rep.studies.chosen')}</h3>
          {chosen.length === 0 && <p class="empty">{say('rep.studies.chosen.none')}</p>}
          <ol class="report-studies">
            {chosen.map((study, i) => (
              <OneStudy key={study.id} study={study} at={i} of={chosen.length} />
            ))}
          </ol>
          {others.length > 0 && (
            <>
              <h3>{say('rep.studies.others')}</h3>
              <ul class="report-studies">
                {others.map((study) => (
                  <OneStudy key={study.id} study={study} at={null} of={0} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p>
        <a href={`/console/c/${id}/case-studies`}>{say('rep.studies.go')}</a>
      </p>
    </Sheet>
  );
}

/** @param props.at its place among those that are printed; null: it is not */
function OneStudy({ study, at, of }: { study: ChoosableStudy; at: number | null; of: number }) {
  const { desk, page } = useWriting();
  const name = useId();
  const title = study.title === '' ? say('rep.studies.untitled') : capMarks(study.title);
  const move = (by: -1 | 1): void => desk.change((d) => moveStudy(d, page.studies, study.id, by), null);
  return (
    <li>
      <p class="report-study-title" id={name} dir="auto">
        {title}
      </p>
      {study.missing.length > 0 && (
        <div class="caution">
          <p>{say('rep.studies.missing')}</p>
          <ul>
            {study.missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {study.out.map(({ number, date }) => (
        <p key={number} class="quiet">
          {say('rep.studies.out', { n: number, day: sayDate(date) })}
        </p>
      ))}
      <details>
        <summary>{say('rep.studies.read')}</summary>
        <p class="report-study-text" dir="auto">
          {capMarks(study.text)}
        </p>
      </details>
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={at !== null}
            disabled={at === null && study.missing.length > 0}
            aria-describedby={name}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              desk.change((d) => chooseStudy(d, study.id, on), null);
            }}
          />
          {say('rep.studies.print')}
        </label>
        {at !== null && of > 1 && (
          <div class="row">
            <button
              type="button"
              class="button small"
              disabled={at === 0}
              aria-label={say('rep.studies.up.of', { title })}
              onClick={() => move(-1)}
            >
              {say('rep.chapter.up')}
            </button>
            <button
              type="button"
              class="button small"
              disabled={at === of - 1}
              aria-label={say('rep.studies.down.of', { title })}
              onClick={() => move(1)}
            >
              {say('rep.chapter.down')}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
