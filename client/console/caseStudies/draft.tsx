/** Before the yes: the text as it stands, on paper or in a second window, for the person whose story it is. */
import type { JobState } from '../../../core/api.ts';
import type { CaseStudy } from '../../../core/caseStudies/types.ts';
import type { ReadBackOrder } from '../../../core/schemaReadBack.ts';
import { ask } from '../live/ask.ts';
import { PrintButton } from '../printButton.tsx';
import { ShowControls } from '../readBack/showControls.tsx';
import { draftSlides } from '../readBack/slides.ts';
import { may } from '../staff.ts';
import { say } from './words.ts';
import '../pages/report.css';
import '../readBack/page.css';

export function Draft(props: { study: CaseStudy; consultation: string; signs: number }) {
  const { study, consultation, signs } = props;
  const order: ReadBackOrder = {
    session: null,
    themes: [],
    quotes: [],
    caseStudies: [study.id],
    draft: true,
  };
  return (
    <div class="study-draft">
      {signs > 0 && <p class="caution">{say('draft.signs', { n: signs })}</p>}
      {may('POST /api/consultations/:id/read-back') && (
        <>
          <PrintButton
            label={say('draft.print')}
            looks="button"
            disabled={study.text === ''}
            order={{ ...order, version: study.version }}
            print={() =>
              ask<JobState>('POST', `consultations/${encodeURIComponent(consultation)}/read-back`, order)
            }
            words={{
              another: say('draft.another'),
              cancelled: say('draft.cancelled'),
              title: say('draft.title'),
            }}
          />
          <p class="soft">{say('draft.print.text')}</p>
        </>
      )}
      <ShowControls
        consultation={consultation}
        slides={draftSlides(study)}
        label={say('draft.show')}
        hint={say('draft.show.text')}
      />
    </div>
  );
}
