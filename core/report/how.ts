/**
 * How interviews and documents were asked and coded, as lists for researchers want to know it. Of those who asked and
 * coded only the kind is told, never how many: they are few, and known to many.
 *
 * Which texts there are moves as one person takes back a yes, or is asked. So a release tells it of the texts that the
 * last one told it of, and of others only as they, or those that went, are as many as the floor
 * (docs/decisions/051-how-it-was-done.md).
 */
import type { With } from '../release/about.ts';
import type { EntryHow } from '../release/stories.ts';
import type { ReleaseEntry } from '../release/types.ts';
import {
  CODERS,
  INTERVIEWERS,
  usable,
  type Interviewer,
  type Passage,
  type Question,
  type TextSource,
} from '../talk/sources.ts';
import type { ReportModel } from './model.ts';
import type { Speech } from './words.ts';

export interface HowAsked {
  /** Whoever held the interviews that may be used; empty: of none it is recorded. */
  interviewers: Exclude<Interviewer, ''>[];
  /** There are interviews of which it is not recorded. */
  unknown: boolean;
  /** As many people coded passages; 0: there are none. */
  coders: 0 | 1 | 2;
  /** Participants proposed questions of the interview, alone or with the team. */
  proposed: boolean;
  /** Days (YYYY-MM-DD) of which the texts are that it is told of, the earliest first; absent or empty: today. */
  on?: string[];
  /** For the register; absent: nothing. */
  entry?: EntryHow;
}

interface HowSource {
  /** Those of the report. */
  sources: readonly TextSource[];
  passages: readonly Passage[];
  questions: readonly Question[];
}

interface HeldSource extends HowSource {
  /** Ids of the sessions of the report, and of all that there are. */
  sessions: readonly string[];
  all: readonly string[];
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly With<EntryHow>[];
  /** YYYY-MM-DD. */
  date: string;
}

type Text = EntryHow['texts'][number];

/** As it is, for the team. */
export function howAsked(source: HowSource): HowAsked {
  return howOf(textsOf(source, ''), source.questions);
}

/** As a release may tell it beside all earlier ones, with what the register keeps. */
export function heldHow(source: HeldSource): HowAsked & { entry: EntryHow } {
  const { floor, all, date, questions } = source;
  const now = textsOf(source, date).map((text) =>
    // One that is of no session any more is in every report.
    all.includes(text.session) ? text : { ...text, session: '' },
  );
  const before = textsBefore(source);
  const went = before.filter(({ id }) => id !== '' && !now.some((text) => text.id === id));
  const came = now.filter(({ id }) => !before.some((text) => text.id === id));
  const stay = before.flatMap((then): Text[] => {
    const text = now.find(({ id }) => id === then.id);
    if (text === undefined) return then.id !== '' && went.length >= floor ? [] : [then];
    // Who has coded it since is no news of whoever spoke in it, and that somebody had is not unsaid.
    const coders = CODERS.filter((one) => [text, then].some((either) => either.coders.includes(one)));
    return [{ ...text, date: then.date, coders }];
  });
  const texts = [...stay, ...(before.length === 0 || came.length >= floor ? came : [])];
  const on = [...new Set(texts.map((text) => text.date))].toSorted();
  return {
    ...howOf(texts, questions),
    on: on.every((day) => day === date) ? [] : on,
    entry: { texts },
  };
}

/**
 * What a release told; of one that was registered before it was noted what its words say. Null: it has no lists.
 */
export function howTold(
  { say }: Speech,
  { entry, model }: { entry: Pick<ReleaseEntry, 'how' | 'date'>; model: Pick<ReportModel, 'sections'> },
): EntryHow | null {
  if (entry.how !== undefined) return entry.how;
  const lists = model.sections.filter(({ id }) => id.startsWith('checklist'));
  if (lists.length === 0) return null;
  const printed = JSON.stringify(lists);
  const has = (key: Parameters<typeof say>[0] & `check.know.${string}`): boolean =>
    printed.includes(say(key));
  const both = has('check.know.held.both');
  const by: (Interviewer | null)[] = [
    ...INTERVIEWERS.filter((one) => both || has(`check.know.held.${one}`)),
    ...(has('check.know.held.unknown') ? ([''] as const) : []),
  ];
  const two = has('check.know.coders.two');
  const coders = two ? [...CODERS] : has('check.know.coders.one') ? CODERS.slice(0, 1) : [];
  const interviews = by.length === 0 && has('check.know.questions') ? [null] : by;
  const text = { id: '', session: '', date: entry.date };
  const texts: Text[] = interviews.map((interviewer) => ({
    ...text,
    form: 'interview',
    interviewer,
    coders,
  }));
  if (texts.length > 0 || coders.length === 0) return { texts };
  return { texts: [{ ...text, form: 'document', interviewer: null, coders }] };
}

function textsOf({ sources, passages }: HowSource, date: string): Text[] {
  const coded = Map.groupBy(usable(sources, passages), ({ source }) => source.id);
  return sources
    .filter(({ mayUse }) => mayUse)
    .map(({ id, session, form, interviewer }) => {
      const by = new Set((coded.get(id) ?? []).map(({ passage }) => passage.coder));
      return { id, session, date, form, interviewer, coders: CODERS.filter((one) => by.has(one)) };
    });
}

function howOf(texts: readonly Text[], questions: readonly Question[]): HowAsked {
  const held = texts.filter(({ form }) => form === 'interview');
  const by = new Set(held.map(({ interviewer }) => interviewer));
  const coders = new Set(texts.flatMap((text) => text.coders));
  return {
    interviewers: INTERVIEWERS.filter((one) => by.has(one)),
    unknown: by.has(''),
    coders: coders.size === 2 ? 2 : coders.size === 1 ? 1 : 0,
    proposed: held.length > 0 && questions.some(({ proposedBy }) => proposedBy !== 'team'),
  };
}

/** The texts that the last release which was about them told of, but for those of other sessions. */
function textsBefore({ earlier, sessions, all }: HeldSource): Text[] {
  const isThere = (id: string): boolean => all.includes(id);
  const last = earlier.flatMap(({ texts }, i) =>
    texts.filter(({ session }) => {
      if (isThere(session) && !sessions.includes(session)) return false;
      return !earlier
        .slice(i + 1)
        .some(({ about }) => !isThere(session) || about === undefined || about.includes(session));
    }),
  );
  // One that another session was told of since is the same text.
  return [...new Map(last.map((text) => [JSON.stringify([text.id, text.id === '' && text]), text])).values()];
}
