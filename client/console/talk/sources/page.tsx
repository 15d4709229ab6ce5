/** Interviews and documents of a consultation: their list, the questions, and one text that is read and coded. */
import { useState } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { AloneReminder } from '../../pages/alone/remind.tsx';
import { Shell } from '../../pages/parts/shell.tsx';
import { useRecommendations } from '../../recommendations/rests.tsx';
import { newEntryId } from '../../slips/ask.ts';
import { may } from '../../staff.ts';
import { useHash } from '../../useHash.tsx';
import { unsavedForms } from '../../useUnsaved.ts';
import type { TalkDesk } from '../desk.ts';
import { SavedAndSteps } from '../steps.tsx';
import { Troubles } from '../troubles.tsx';
import { useTalk } from '../useTalk.ts';
import { say } from '../words.ts';
import { SourceList } from './list.tsx';
import { Questions } from './questions.tsx';
import { Reading } from './reading.tsx';
import { SourceDialog } from './sourceDialog.tsx';
import { sayText } from './words.ts';
import '../../live/dialog.css';
import '../../pages/pages.css';
import '../talk.css';
import '../box.css';
import '../themes.css';
import '../themes/page.css';
import './sources.css';
import './reading.css';

const VIEWS = ['texts', 'questions'] as const;

/** Id of the text that is read; behind the stop stands the passage that somebody came for. */
const textAt = (at: string): string => at.split('.')[0] ?? '';

/** @param props.id of the consultation; which text is open, and which passage of it, stands after the # of the address */
export default function SourcesPage({ id }: { id: string }) {
  const { desk, kept } = useTalk({ consultation: id });
  const { at, question } = useHash(textAt);
  const asks = useRecommendations(id);
  const about = desk.about.value;
  const link = desk.link.value;
  const [text, passage] = [textAt(at), at.split('.')[1] ?? ''];
  const refused = typeof link === 'object' && <p role="alert">{REFUSALS[link.refusal].wording}</p>;
  // What is typed stays on the screen, whatever the laptop says meanwhile.
  const shown = refused === false || unsavedForms.value > 0;
  if (about !== null && text !== '' && text !== 'content' && shown)
    return (
      <>
        {refused}
        <Reading key={text} desk={desk} kept={kept} about={about} asks={asks} id={text} passage={passage} />
        {question}
      </>
    );
  return (
    <Shell
      page={about === null ? sayText('page') : sayText('page.of', { title: about.title })}
      sample={about?.sample === true}
      ways={{ id, at: 'sources' }}
      head={about !== null && typeof link !== 'object' && <SavedAndSteps desk={desk} />}
    >
      <div class="theme-page source-page">
        <h1>
          <span>{sayText('page')}</span> {about !== null && <bdi>{about.title}</bdi>}
        </h1>
        <p class="theme-team">{sayText('team')}</p>
        <AloneReminder id={id} kinds={['talk']} />
        {refused}
        {!shown ? null : about === null ? (
          <p role="status">{say(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : (
          <>
            <Troubles desk={desk} />
            <Shown desk={desk} about={about} />
          </>
        )}
      </div>
      {question}
    </Shell>
  );
}

function Shown({ desk, about }: { desk: TalkDesk; about: TalkAbout }) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('texts');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div class="theme-views" role="group" aria-label={sayText('views')}>
        {VIEWS.map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            aria-pressed={view === one}
            onClick={() => setView(one)}
          >
            {sayText(`view.${one}`)}
          </button>
        ))}
        <span class="source-acts">
          {may('GET /api/consultations/:id/interview') && (
            <a class="button" href={`/console/c/${about.consultation}/interview`}>
              {sayText('hold')}
            </a>
          )}
          <button type="button" class="button button-main" onClick={() => setAdding(true)}>
            {sayText('add')}
          </button>
        </span>
      </div>
      {view === 'texts' ? <SourceList desk={desk} about={about} /> : <Questions desk={desk} about={about} />}
      {adding && (
        <SourceDialog
          about={about}
          source={null}
          save={(fields) => {
            const key = newEntryId();
            desk.perform([{ of: 'source', key, was: null, set: fields }]);
            location.hash = key;
          }}
          close={() => setAdding(false)}
        />
      )}
    </>
  );
}
