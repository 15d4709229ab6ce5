/** Which of the chapters on what follows are printed: all of them, unless somebody takes one out. */
import { FOLLOWS, prints, type FollowChapter } from '../../../../core/report/document.ts';
import { reportAfterEn } from '../../../../core/messages/reportAfter.en.ts';
import { speaker } from '../../../../core/message.ts';
import { Checks } from '../parts/choices.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { Sheet } from './sheet.tsx';

/** Chapters are called what they are called in print. */
const printed = speaker(reportAfterEn, 'en-GB');

export function Follow() {
  const { desk, doc } = useWriting();
  const put = (chapter: FollowChapter, on: boolean): void =>
    desk.change((d) => {
      const all = { recommendations: true, followUp: true, heard: true, ...d.follow, [chapter]: on };
      // As it is where nobody has chosen anything.
      const { follow: _before, ...rest } = d;
      return FOLLOWS.every((one) => all[one]) ? rest : { ...rest, follow: all };
    }, null);
  return (
    <Sheet name="follow">
      <Checks
        path="follow"
        legend={say('rep.follow.legend')}
        value={FOLLOWS.filter((chapter) => prints(doc, chapter))}
        options={FOLLOWS.map((value) => ({ value, label: printed(`head.${value}`) }))}
        onChange={put}
      />
    </Sheet>
  );
}
