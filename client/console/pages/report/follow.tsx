/** Which of the chapters on what follows are printed: all of them, unless somebody takes one out. */
import { FOLLOWS, prints, type FollowChapter } from '../../../../core/report/document.ts';
import { reportAfterEn } from '../../../../core/messages/reportAfter.en.ts';
import { reportWavesEn } from '../../../../core/messages/reportWaves.en.ts';
import { speaker } from '../../../../core/message.ts';
import { Checks } from '../parts/choices.tsx';
import { say } from '../say.ts';
import { sayWave } from '../waves/words.ts';
import { useWriting } from './context.ts';
import { Sheet } from './sheet.tsx';

/** Chapters are called what they are called in print. */
const printed = speaker({ ...reportAfterEn, ...reportWavesEn }, 'en-GB');

export function Follow() {
  const { desk, doc, page } = useWriting();
  // Where nothing is repeated there is nothing to compare with.
  const chapters = FOLLOWS.filter((chapter) => chapter !== 'waves' || page.repeats !== undefined);
  const put = (chapter: FollowChapter, on: boolean): void =>
    desk.change((d) => {
      const all = {
        waves: true,
        recommendations: true,
        followUp: true,
        heard: true,
        ...d.follow,
        [chapter]: on,
      };
      // As it is where nobody has chosen anything.
      const { follow: _before, ...rest } = d;
      if (FOLLOWS.every((one) => all[one])) return rest;
      const { waves, ...others } = all;
      return { ...rest, follow: waves ? others : all };
    }, null);
  return (
    <Sheet name="follow">
      <Checks
        path="follow"
        legend={say('rep.follow.legend')}
        value={chapters.filter((chapter) => prints(doc, chapter))}
        options={chapters.map((value) => ({ value, label: printed(`head.${value}`) }))}
        onChange={put}
      />
      {page.repeats !== undefined && (
        <p class="hint">{say('wave.report', { before: sayWave(page.repeats) })}</p>
      )}
    </Sheet>
  );
}
