/** The case studies of a consultation: the list, and one of them. */
import { useState } from 'preact/hooks';
import { mayPublish, readOf } from '../../../core/caseStudies/publish.ts';
import type { CaseStudy } from '../../../core/caseStudies/types.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { capMarks } from '../../../core/text.ts';
import { Shell } from '../pages/parts/shell.tsx';
import { useHash } from '../useHash.tsx';
import { unsavedForms, useHeld } from '../useUnsaved.ts';
import { StudiesSteps, StudiesTroubles } from './bar.tsx';
import type { StudiesDesk } from './desk.ts';
import { StudyForm } from './form.tsx';
import { StudyShown } from './study.tsx';
import { useStudies } from './useStudies.ts';
import { say, whoOf } from './words.ts';
import '../live/dialog.css';
import '../pages/pages.css';
import '../talk/talk.css';
import '../talk/themes.css';
import '../talk/themes/page.css';
import './page.css';

/** Which one is open stands in the address, so that it can be sent to a second reader. */
function opened(at: string): string {
  return /^study=([a-z0-9-]{1,40})$/.exec(at)?.[1] ?? '';
}

/** @param props.id of the consultation */
export default function CaseStudiesPage({ id }: { id: string }) {
  const desk = useStudies(id);
  const { at, go, question } = useHash(opened);
  const open = opened(at);
  const about = desk.about.value;
  const link = desk.link.value;
  const there = desk.studies.value.find((one) => one.id === open);
  const study = useHeld(there, open);
  const refused = typeof link === 'object' && <p role="alert">{REFUSALS[link.refusal].wording}</p>;
  return (
    <Shell
      page={about === null ? say('page') : say('page.of', { title: about.title })}
      sample={about?.sample === true}
      ways={{ id, at: 'caseStudies' }}
      head={about !== null && <StudiesSteps desk={desk} typing={desk.typing.value > 0} />}
    >
      <div class="theme-page">
        {refused}
        {refused !== false && unsavedForms.value === 0 ? null : about === null ? (
          <p role="status">{say(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : (
          <>
            <div class="study-head">
              {open !== '' && (
                <a class="button small" href="#">
                  ← {say('way.all')}
                </a>
              )}
              <StudiesTroubles desk={desk} />
            </div>
            {study !== undefined && there === undefined && <p role="status">{say('gone')}</p>}
            {open === '' ? (
              <List desk={desk} title={about.title} />
            ) : study === undefined ? (
              <p>{say('gone')}</p>
            ) : (
              <StudyShown
                key={open}
                desk={desk}
                study={study}
                about={about}
                consultation={id}
                leave={() => go('')}
              />
            )}
          </>
        )}
      </div>
      {question}
    </Shell>
  );
}

function List(props: { desk: StudiesDesk; title: string }) {
  const { desk } = props;
  const [adding, setAdding] = useState(false);
  const all = desk.studies.value.toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return (
    <>
      <h1>
        <span>{say('page')}</span> <bdi>{props.title}</bdi>
      </h1>
      <p class="theme-team">{say('team')}</p>
      {adding ? (
        <StudyForm
          desk={desk}
          study={null}
          done={(id) => {
            setAdding(false);
            if (id !== null) location.hash = `study=${id}`;
          }}
        />
      ) : all.length === 0 ? (
        <section class="empty empty-roomy">
          <h2>{say('none')}</h2>
          <p>{say('none.text')}</p>
          <p>
            <button type="button" class="button button-main" onClick={() => setAdding(true)}>
              {say('new')}
            </button>
          </p>
        </section>
      ) : (
        <>
          <ul class="study-list">
            {all.map((one) => (
              <Row key={one.id} desk={desk} study={one} />
            ))}
          </ul>
          <p>
            <button type="button" class="button button-main" onClick={() => setAdding(true)}>
              {say('new')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Row({ desk, study }: { desk: StudiesDesk; study: CaseStudy }) {
  const about = desk.about.value;
  const groups = about?.groups ?? [];
  const missing = mayPublish(study, about?.lists ?? { names: [], places: [] }, groups).length;
  const who = whoOf(study, about);
  return (
    <li>
      <a href={`#study=${study.id}`}>
        <bdi>{study.title === '' ? say('untitled') : capMarks(study.title)}</bdi>
      </a>
      {who !== '' && (
        <span class="soft">
          <bdi>{who}</bdi>
        </span>
      )}
      <span class={missing === 0 ? 'good' : 'soft'}>
        {missing === 0 ? `✓ ${say('ready')}` : `○ ${say('not.ready', { n: missing })}`}
      </span>
      {readOf(study, groups) === 'known' && <span class="bad">{say('read.known')}</span>}
    </li>
  );
}
