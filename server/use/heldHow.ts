/** How it was done, as a release may tell it beside what earlier ones told (docs/decisions/051-how-it-was-done.md). */
import { withAbout, type With } from '../../core/release/about.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { channelsTold, heldChannels, type HeldChannels } from '../../core/report/channels.ts';
import { heldHow, howTold, type HowAsked } from '../../core/report/how.ts';
import { textsOfReport } from '../../core/report/talk.ts';
import { textsLeftTold } from '../../core/report/textsLeft.ts';
import type { TalkBefore } from '../../core/report/toldNumbers.ts';
import { speechOf } from '../../core/report/words.ts';
import type { Planned } from './releasedHeads.ts';
import type { Imprint } from './reportModel.ts';
import type { ReportSource } from './reportSource.ts';

/** By which ways answers came. */
export function channelsHeld(
  { channels, document, releases }: ReportSource,
  plan: Pick<Planned, 'sessions'>,
  { date }: Pick<Imprint, 'date'>,
): HeldChannels {
  const speech = speechOf(document.language);
  return heldChannels({
    counts: channels,
    sessions: plan.sessions.map(({ id }) => id),
    floor: document.floor,
    earlier: releases.flatMap((release) => channelsTold(speech, release)),
    date,
  });
}

/** Who asked and who coded; what is not printed is not in the register either. */
export function howHeld(source: ReportSource, { date }: Pick<Imprint, 'date'>): HowAsked {
  const { talk, sessions, all, document, releases } = source;
  const speech = speechOf(document.language);
  const { entry, ...how } = heldHow({
    ...talk,
    sources: textsOfReport(talk.sources, sessions, all),
    sessions: sessions.map(({ id }) => id),
    all: all.map(({ id }) => id),
    floor: document.floor,
    earlier: releases.flatMap((release) => {
      const told = howTold(speech, release);
      return told === null ? [] : [withAbout(release.entry, told)];
    }),
    date,
  });
  return hasChecklist(document) ? { ...how, entry } : how;
}

/** Whether a report prints one, where it is said who asked, and who coded. */
export function hasChecklist({ checklists }: Pick<ReportDocument, 'checklists'>): boolean {
  const { coreq = false, gripp2 = false } = checklists ?? {};
  return coreq || gripp2;
}

/** What earlier releases told of themes, under which floor, with the texts that they said are not counted. */
export function talkTold({ document, releases }: ReportSource): With<TalkBefore>[] {
  const speech = speechOf(document.language);
  return releases.flatMap(({ entry, model }) =>
    entry.talk === undefined
      ? []
      : [
          withAbout(entry, {
            ...entry.talk,
            left: entry.talk.left ?? textsLeftTold(speech, model),
            floor: entry.floor,
          }),
        ],
  );
}
