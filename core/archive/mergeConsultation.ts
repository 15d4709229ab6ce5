/** One consultation prepared on laptops that never met, put together again. Nothing in it asks the disk. */
import type { Consultation, FromParticipants, Group, Statement, Voice } from '../consultation.ts';
import { roomLabel, scaleOf } from '../consultation.ts';
import { LIMITS } from '../limits.ts';
import { decidedOnce } from '../proposals.ts';
import { scaleKey } from '../scale.ts';
import type { Difference, Field, Stricter } from './difference.ts';
import { mergeVersions } from './mergeVersions.ts';

export interface MergedConsultation {
  consultation: Consultation;
  differences: Difference[];
  /** Version numbers there to version numbers in the merged one, by statement. */
  numbers: Map<string, Map<number, number>>;
}

const STRICTER = [
  'floor',
  'breakdowns',
  'approvals',
  'withdrawDays',
  'keepUntil',
  'under18',
] as const satisfies readonly Stricter[];
const TEXTS = ['title', 'aim', 'askedBy', 'ledBy', 'answeredBy', 'answerDue', 'decided', 'open'] as const;

/**
 * Merges what came from there into what is here. Statements and groups are told by their ids and
 * united; a text that is empty on one side is taken from the other; where both wrote something else,
 * what is here stays and is named as a difference; of two floors the stricter counts.
 */
export function mergeConsultation(here: Consultation, there: Consultation): MergedConsultation {
  const differences: Difference[] = [];
  const consultation: Consultation = {
    ...here,
    words: { ...here.words },
    languages: [...new Set([...here.languages, ...there.languages])],
    groups: mergeGroups(here.groups, there.groups, differences),
    floor: here.floor > there.floor ? here.floor : there.floor,
    breakdowns: there.breakdowns === 'hidden' ? 'hidden' : here.breakdowns,
    approvals: (['lead', 'panel'] as const).filter((who) =>
      [...here.approvals, ...there.approvals].includes(who),
    ),
    // What was promised on either laptop holds on both.
    withdrawDays: Math.max(here.withdrawDays, there.withdrawDays),
    keepUntil: earlier(here.keepUntil, there.keepUntil),
    under18: here.under18 || there.under18,
  };
  for (const field of TEXTS) consultation[field] = text(field, here[field], there[field], differences);
  for (const field of Object.keys({ ...there.words, ...here.words }) as (keyof Consultation['words'])[])
    consultation.words[field] = text(field, here.words[field] ?? '', there.words[field] ?? '', differences);
  if (here.involvement === undefined && there.involvement !== undefined)
    consultation.involvement = there.involvement;
  else if (there.involvement !== undefined && here.involvement !== there.involvement)
    differences.push({ code: 'field', slots: { field: 'involvement' } });
  const [mine, theirs] = [here.voice, there.voice];
  if (mine === undefined && theirs !== undefined) consultation.voice = theirs;
  else if (mine !== undefined && theirs !== undefined) {
    const voice = { ...mine };
    for (const field of Object.keys(voice) as (keyof Voice)[])
      voice[field] = text(field, mine[field], theirs[field], differences);
    consultation.voice = voice;
  }
  mergeWaves(consultation, there, differences);
  const refused = [here, there].flatMap(({ notTaken = [] }) => notTaken);
  if (refused.length > 0)
    consultation.notTaken = [...new Map(refused.toReversed().map((one) => [one.point, one])).values()]
      .toReversed()
      .slice(0, LIMITS.notTaken);
  const added = there.languages.filter((tag) => !here.languages.includes(tag));
  if (added.length > 0) differences.push({ code: 'languages', slots: { list: added.join(', ') } });
  if (here.rounds !== there.rounds || here.roundOrder !== there.roundOrder)
    differences.push({ code: 'field', slots: { field: 'rounds' } });
  for (const field of STRICTER)
    if (String(here[field]) !== String(there[field]))
      differences.push({ code: 'stricter', slots: { field } });

  const numbers = new Map<string, Map<number, number>>();
  consultation.statements = here.statements.map((statement, i) => {
    const other = there.statements.find((s) => s.id === statement.id);
    if (other === undefined) return statement;
    const merged = mergeStatement({ here, there }, statement, other, i + 1, differences);
    numbers.set(statement.id, merged.numbers);
    return merged.statement;
  });
  for (const statement of there.statements) {
    if (here.statements.some((s) => s.id === statement.id)) continue;
    // Without a scale of its own it would take the one that is used here.
    const scale = statement.scale ?? (sameScale(here, there) ? null : there.scale);
    consultation.statements.push({ ...statement, scale });
  }
  return { consultation: decidedOnce(consultation), differences, numbers };
}

/** What it repeats: where one laptop has parted it from the wave before, the other still knows. */
function mergeWaves(into: Consultation, there: Consultation, differences: Difference[]): void {
  const ids = ({ waves = [] }: Consultation): string => waves.map(({ id }) => id).join(' ');
  if (there.waves === undefined) return;
  if (into.waves === undefined) into.waves = there.waves;
  else if (ids(into) !== ids(there)) differences.push({ code: 'field', slots: { field: 'waves' } });
}

/** The earlier of two days; an empty one is none. */
function earlier(a: string, b: string): string {
  return [a, b].filter((day) => day !== '').toSorted()[0] ?? '';
}

function sameScale(here: Consultation, there: Consultation): boolean {
  return scaleKey(here.scale) === scaleKey(there.scale);
}

function text(field: Field, here: string, there: string, differences: Difference[]): string {
  if (here === '') return there;
  if (there !== '' && there !== here) differences.push({ code: 'field', slots: { field } });
  return here;
}

function mergeGroups(here: readonly Group[], there: readonly Group[], differences: Difference[]): Group[] {
  const groups = [...here];
  for (const group of there) {
    const own = here.find((g) => g.id === group.id);
    if (own === undefined) groups.push(group);
    else if (own.label !== group.label)
      differences.push({ code: 'group', slots: { here: own.label, there: group.label } });
    else if (own.roomLabel !== group.roomLabel)
      differences.push({
        code: 'roomLabel',
        slots: { here: roomLabel(own), there: roomLabel(group) },
      });
  }
  return groups;
}

function mergeStatement(
  of: { here: Consultation; there: Consultation },
  here: Statement,
  there: Statement,
  number: number,
  differences: Difference[],
): { statement: Statement; numbers: Map<number, number> } {
  const { outcome, numbers, ...versions } = mergeVersions(here, there);
  if (outcome === 'corrected') differences.push({ code: 'corrected', slots: { number } });
  if (outcome === 'differ') differences.push({ code: 'wording', slots: { number } });
  if (scaleKey(scaleOf(of.here, here)) !== scaleKey(scaleOf(of.there, there)))
    differences.push({ code: 'scale', slots: { number } });
  const notes = here.notes === '' ? there.notes : here.notes;
  const picture = here.picture ?? there.picture;
  const otherNotes = here.notes !== '' && there.notes !== '' && here.notes !== there.notes;
  const otherPicture =
    here.picture !== null && there.picture !== null && here.picture.data !== there.picture.data;
  if (otherNotes || otherPicture) differences.push({ code: 'statement', slots: { number } });
  const from = mergeFrom(here.from, there.from);
  return { statement: { ...here, ...versions, notes, picture, ...(from && { from }) }, numbers };
}

/** Wordings of proposers from both; who accepted it is taken from there where nothing is said here. */
function mergeFrom(
  here: FromParticipants | undefined,
  there: FromParticipants | undefined,
): FromParticipants | undefined {
  if (here === undefined || there === undefined) return here ?? there;
  const added = there.wordings.filter((w) => here.wordings.every(({ point }) => point !== w.point));
  return {
    ...here,
    wordings: [...here.wordings, ...added].slice(0, LIMITS.proposals),
    acceptedBy: here.acceptedBy === '' ? there.acceptedBy : here.acceptedBy,
  };
}
