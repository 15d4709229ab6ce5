/** The thread that a report is drafted in. */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { wordsIn, wordsOut, type ToldOut } from '../../core/recommendations/told.ts';
import { firstWords, inTurn, wordsToldNow } from '../../core/wordsTold.ts';
import { toldOut } from '../../core/report/asked.ts';
import { buildReport } from '../../core/report/build.ts';
import type { EntryStudy } from '../../core/release/stories.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { postitsAt, talkAt } from '../../core/report/printedPlaces.ts';
import type { PrintedStudy } from '../../core/report/studies.ts';
import { madeTexts, type MadeTexts } from '../../core/report/texts.ts';
import type { Snapshot } from '../store/store.ts';
import { newId } from '../random.ts';
import type { Draft, DraftTask } from './draft.ts';
import { hashOf } from './boundTo.ts';
import { channelsHeld, hasChecklist } from './heldHow.ts';
import { answerWith } from './onSnapshot.ts';
import { personsNow } from './personsTold.ts';
import { checkOf } from './releaseCheck.ts';
import { draftRelease, planOf, releaseInput, teamInput, type Imprint } from './reportModel.ts';
import { reportSource, type ReportSource } from './reportSource.ts';

async function work(
  snapshot: Snapshot,
  { want, consultation, today, approvedBy }: DraftTask,
): Promise<Draft | MadeTexts | ReportModel | Refusal> {
  const source = await reportSource(snapshot, consultation, today);
  if (isRefusal(source)) return source;
  if (want === 'made') {
    const next = { number: source.releases.length + 1, date: today, approvedBy };
    return madeTexts(releaseInput(source, planOf(source), next));
  }
  if (source.sessions.length === 0)
    return refuse(source.all.length === 0 ? 'nothing-sealed' : 'sessions-gone', 'sessions');
  if (want === 'team') return buildReport(teamInput(source));
  const drafted = draftRelease(source, approvedBy);
  const { plan, input, imprint, model, same } = drafted;
  const quotes = postitsAt(model, input.quotes);
  return {
    imprint,
    model,
    hash: hashOf(model),
    same: same !== null,
    check: checkOf(source, drafted),
    entry: {
      ...plan.entry,
      about: source.sessions.map(({ id }) => id),
      ...(quotes.length === 0 ? {} : { quotes }),
      ...(input.talk === null ? {} : { talk: talkAt(model, input.talk) }),
      ...(input.heard === null || input.heard.entry.length === 0 ? {} : { heard: input.heard.entry }),
      ...(input.studies === null ? {} : { studies: input.studies.list.map(studyEntry) }),
      // Also of nobody: without it this would be one from before words had marks.
      persons: personsNow(input, newId()),
      ...(input.readBack?.entry == null ? {} : { readBack: input.readBack.entry }),
      ...(input.readBack == null ? {} : { readings: input.readBack.readings }),
      ...(input.between?.entry == null ? {} : { coders: input.between.entry }),
      ...(input.between?.twice == null || !hasChecklist(source.document)
        ? {}
        : { twice: input.between.twice }),
      channels: channelsHeld(source, plan, imprint).entry,
      ...(input.how?.entry === undefined ? {} : { how: input.how.entry }),
    },
    word: [...toldOut(input.asked, source.document), ...wordsToldIn(source, imprint)],
    wordThen: thenIn(input, source, imprint),
  };
}

/** What people can change, and by when there will be an answer, as the release says it. */
function wordsToldIn(
  { consultation, recommendations: { out }, all }: ReportSource,
  { date }: Imprint,
): ToldOut[] {
  const first = firstWords(inTurn(all, wordsIn(out)), ['open', 'decided', 'part', 'answerDue']);
  return wordsOut([...first, { ...wordsToldNow(consultation), on: date }], out);
}

/** The same of the wave before, of which it tells promises. */
function thenIn({ waves }: ReportInput, { waveThen }: ReportSource, { date }: Imprint): Draft['wordThen'] {
  if (waves === undefined || waveThen === null) return null;
  const answerDue = waves.since.find(({ answerBy }) => answerBy !== undefined)?.answerBy ?? '';
  const { sessions, out } = waveThen;
  const first = answerDue === '' ? [] : firstWords(inTurn(sessions, wordsIn(out)), ['answerDue']);
  const words = wordsOut([...first, { open: '', decided: '', part: '', answerDue, on: date }], out);
  return { consultation: waves.wave.id, out: [...waves.promised, ...words] };
}

function studyEntry({ id, version, title, text, said }: PrintedStudy, i: number): EntryStudy {
  return { id, version, hash: hashOf([title, text]), place: i + 1, said };
}

answerWith((snapshot, task) => work(snapshot, task as DraftTask));
