/**
 * The made-up consultation that ships, in the shape of a real study: five focus groups, 46 people, four
 * statements. data/sample.json explains itself in its first field; nothing in it was said by anyone.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf } from '../../core/consultation.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { EligibleRow } from '../../core/tally.ts';
import type { Session } from '../../core/session.ts';
import { membershipOf } from '../../core/session.ts';
import type { SealedBoard, SealedResponse, SealedSession } from '../store/store.ts';
import { withFreshIds } from './templates.ts';

const answer = v.union([v.number(), v.picklist(['n', 'x'])]);
const mark = v.picklist(['team', 'noquote', 'hidden']);
const entrySchema = v.pipe(
  v.tupleWithRest([answer], v.string()),
  v.transform(([code, comment = '', ...marks]) => ({
    code,
    comment,
    marks: marks.map((m) => v.parse(mark, m)),
  })),
);
const head = v.strictObject({ role: v.string(), n: v.number() });
const sessionSchema = v.strictObject({
  key: v.string(),
  name: v.string(),
  date: v.string(),
  place: v.string(),
  style: v.picklist(['guided', 'walk-around']),
  channel: v.picklist(['phone', 'tablet', 'paper']),
  groups: v.array(v.string()),
  attendance: v.array(
    v.strictObject({ group: v.string(), gender: v.string(), ageBand: v.string(), n: v.number() }),
  ),
  others: v.array(head),
  /** By statement; the lists of two statements are in no common order. */
  answers: v.record(v.string(), v.array(entrySchema)),
});
const sampleSchema = v.strictObject({
  about: v.string(),
  consultation: v.unknown(),
  sessions: v.array(sessionSchema),
});
type SampleSession = v.InferOutput<typeof sessionSchema>;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id in the form of random ones, but the same each time, so that the sample is known again. */
function stableId(name: string): string {
  const bytes = createHash('sha256').update(`sample ${name}`).digest();
  return Array.from({ length: 26 }, (_, i) => ALPHABET[(bytes[i] ?? 0) % 32]).join('');
}

/** A tag in the form of real ones; nothing in it tells whose response it is. */
function stableTag(name: string): string {
  return createHash('sha256').update(`sample tag ${name}`).digest().subarray(0, 16).toString('base64url');
}

/** The sample, the same at each call: a consultation marked as a sample, and its five sealed sessions. */
export async function sampleSealed(): Promise<{ consultation: Consultation; sessions: SealedSession[] }> {
  const file = new URL('../../data/sample.json', import.meta.url);
  const sample = v.parse(sampleSchema, JSON.parse(await readFile(file, 'utf8')));
  const plain = readConsultation(sample.consultation);
  if (isRefusal(plain)) throw new Error(`data/sample.json: ${plain.where}: ${plain.detail}`);
  let made = 0;
  const consultation = withFreshIds(plain, () => stableId(String((made += 1))));
  const ids = new Map<string, string>();
  for (const list of ['groups', 'statements'] as const)
    for (const [i, item] of plain[list].entries()) ids.set(item.id, consultation[list][i]?.id ?? '');
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`data/sample.json: nothing has the id ${key}`);
    return id;
  };
  return { consultation, sessions: sample.sessions.map((s) => sealedOf(consultation, s, idOf)) };
}

function sealedOf(
  consultation: Consultation,
  source: SampleSession,
  idOf: (key: string) => string,
): SealedSession {
  const id = stableId(`session ${source.key}`);
  const groups = source.groups.map(idOf);
  const membership = membershipOf(groups);
  const session: Session = {
    id,
    consultation: consultation.id,
    name: source.name,
    date: source.date,
    place: source.place,
    mode: 'unlinked',
    style: source.style,
    state: 'sealed',
    groups,
    twoGroups: false,
    code: '',
    attendance: source.attendance.map((a) => ({ ...a, group: idOf(a.group) })),
    others: source.others,
    rehearsal: false,
  };
  const people = session.attendance.reduce((sum, a) => sum + a.n, 0);
  const boards: SealedBoard[] = consultation.statements.map((s, i) => ({
    session: id,
    n: i + 1,
    statement: s.id,
    round: 1,
    version: s.version,
    wordings: s.wordings,
    scale: scaleOf(consultation, s),
  }));
  const eligible: EligibleRow[] = boards.map((b) => ({
    session: id,
    statement: b.statement,
    round: 1,
    membership,
    n: people,
  }));
  const responses = Object.entries(source.answers).flatMap(([key, list]) => {
    const board = boards.find((b) => b.statement === idOf(key))?.n ?? 0;
    return list.map((entry, i): SealedResponse => {
      const team = entry.marks.includes('team');
      return {
        board,
        tag: stableTag(`${source.key} ${key} ${i}`),
        membership,
        answer: entry.code,
        comment: entry.comment,
        audience: team ? 'team' : 'room',
        quote: !entry.marks.includes('noquote'),
        shown: entry.comment !== '' && !team && !entry.marks.includes('hidden'),
        channel: source.channel,
        person: null,
      };
    });
  });
  responses.sort((a, b) => a.board - b.board || (a.tag < b.tag ? -1 : 1));
  return { session, boards, eligible, responses };
}
