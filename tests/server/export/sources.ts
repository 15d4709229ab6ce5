/** What exports are written from in tests: the shipped sample, and one with hostile texts. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import type { Consultation } from '../../../core/consultation.ts';
import type { Session } from '../../../core/session.ts';
import { readWanted, type Wanted } from '../../../server/export/kinds.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { writeExport } from '../../../server/export/writeExport.ts';
import type { SealedResponse, SealedSession, SessionFigures } from '../../../server/store/store.ts';
import { sampleSealed } from '../../../server/use/sample.ts';

/** Stands before the names of the sample's files. */
export const MARK = 'SAMPLE_CONFIDENTIAL_TEAM_ONLY_';

export const NASTY = [
  '=1+1',
  '+44 is my code',
  '-mum said',
  '@home',
  '＝full width',
  'said "no", twice',
  '"',
  'line\nnext\n=2+2',
  'old\rmac',
  'dos\r\nline',
  'a;=cmd|x\t=1',
  '\u0627\u0644\u0633\u0644\u0627\u0645 \u200fعليكم',
  '👩‍👩‍👧 café',
  "'quoted",
  ' leading',
  'trailing ',
  '=',
  'x;"=1+1',
  'x =1+1',
  'I scored -5 "=2+2" @home\u00a0=3 = 4 + 5',
  'a \\n that was typed, and C:\\new\\room',
  '_x000D_ and <b>&amp;</b>',
  '\n',
];

function response(board: number, i: number, more: Partial<SealedResponse>): SealedResponse {
  return {
    board,
    tag: `tag-${board}-${String(i).padStart(3, '0')}`,
    membership: '',
    answer: 3,
    comment: '',
    audience: 'room',
    quote: true,
    shown: false,
    channel: 'phone',
    person: null,
    ...more,
  };
}

/** Counts of a sealed session, as the store keeps them. */
function figuresOf({ boards, responses, eligible }: SealedSession): SessionFigures {
  const tallies = responses.map((r) => {
    const board = boards.find((b) => b.n === r.board);
    if (board === undefined) throw new Error('no such board');
    const { session, statement, round, version } = board;
    return { session, statement, round, version, membership: r.membership, answer: r.answer, n: 1 };
  });
  return { boards, tallies, eligible };
}

/** An export's source over sealed sessions in memory. */
export function sourceOf(consultation: Consultation, all: readonly SealedSession[]): ExportSource {
  const of = (id: string): SealedSession => all.find((s) => s.session.id === id) as SealedSession;
  return {
    consultation,
    leftOut: [],
    date: '2026-11-22',
    sessions: all.map((s) => s.session),
    figuresOf: (s) => Promise.resolve(figuresOf(of(s))),
    responsesOf: (s, n) => Promise.resolve(of(s).responses.filter((r) => r.board === n)),
  };
}

export async function sampleSource(): Promise<ExportSource> {
  const { consultation, sessions } = await sampleSealed();
  return sourceOf(consultation, sessions);
}

/** The sample as if its sessions had been linked: the nth answers to all statements are one person's. */
export async function linkedSample(): Promise<ExportSource> {
  const { consultation, sessions } = await sampleSealed();
  const linked = sessions.map((sealed) => ({
    ...sealed,
    session: { ...sealed.session, mode: 'linked' as const },
    responses: sealed.responses.map((r, i, all) => {
      const nth = all.slice(0, i).filter((x) => x.board === r.board).length;
      return { ...r, person: `person-${nth}` };
    }),
  }));
  return sourceOf(consultation, linked);
}

/**
 * The linked sample after a merge with a laptop where the first two statements stood on three answers:
 * a session more, of 6 people, whose 12 answers go from 1 to 3.
 */
export async function mergedSource(): Promise<ExportSource> {
  const { consultation, sessions } = await sampleSealed();
  const [first] = sessions;
  if (first === undefined) throw new Error('the sample has sessions');
  const linked = sessions.map((sealed) => ({
    ...sealed,
    session: { ...sealed.session, mode: 'linked' as const },
    responses: sealed.responses.map((r, i) => ({ ...r, person: `person-${i}` })),
  }));
  const session: Session = { ...first.session, id: 'merged', mode: 'linked', attendance: [], others: [] };
  const boards = first.boards.slice(0, 2).map((board) => ({
    ...board,
    session: 'merged',
    scale: { kind: 'agreement-3' as const, declines: [] },
  }));
  const responses = boards.flatMap(({ n }) =>
    [1, 2, 3, 3, 3, 3].map((answer, i) => response(n, i, { answer, person: `merged-${i}` })),
  );
  const sealed: SealedSession = { session, boards, responses, eligible: [] };
  return sourceOf(consultation, [...linked, sealed]);
}

/** A source whose consultation was changed after its sessions were held. */
export function withConsultation(
  source: ExportSource,
  change: (consultation: Consultation) => Partial<Consultation>,
): ExportSource {
  return { ...source, consultation: { ...source.consultation, ...change(source.consultation) } };
}

/** The sample's sessions and one linked session with two rounds, hostile comments and declined answers. */
export async function nastySource(
  change: Partial<Session> = {},
): Promise<{ source: ExportSource; all: SealedResponse[] }> {
  const { consultation, sessions } = await sampleSealed();
  const first = sessions[0] as SealedSession;
  const id = 'linked';
  const session: Session = {
    ...first.session,
    id,
    name: '=Linked',
    mode: 'linked',
    twoGroups: true,
    attendance: [],
    others: [],
    ...change,
  };
  const boards = [1, 2].flatMap((round) =>
    first.boards.map((b, i) => ({ ...b, session: id, round: round as 1 | 2, n: (round - 1) * 4 + i + 1 })),
  );
  const groups = consultation.groups.map((g) => g.id);
  const responses = NASTY.flatMap((comment, i) => [
    response(1, i, { comment, person: `person-${i}`, membership: groups.toSorted().join('+') }),
    response(6, i, {
      answer: i % 2 === 0 ? 'n' : 1,
      person: `person-${i}`,
      membership: groups.toSorted().join('+'),
    }),
  ]);
  const linked: SealedSession = {
    session,
    boards,
    responses,
    eligible: [{ session: id, statement: boards[0]?.statement ?? '', round: 1, membership: '', n: 40 }],
  };
  const every = [...sessions, linked];
  return { all: every.flatMap((s) => s.responses), source: sourceOf(consultation, every) };
}

/** What `files` of the route stands for. */
export function wantedFiles(kinds: string): Wanted {
  const wanted = readWanted({ files: kinds, table: '', form: '' });
  if ('refusal' in wanted) throw new Error(wanted.detail);
  return wanted;
}

/** The bytes of an export. */
export async function written(source: ExportSource, wanted: Wanted): Promise<Buffer> {
  const out = new PassThrough({ highWaterMark: 64 });
  const [bytes] = await Promise.all([buffer(out), writeExport(source, wanted, out)]);
  return bytes;
}

/** The files of a zip as texts. */
export async function files(source: ExportSource, kinds = 'csv,excel-csv'): Promise<Record<string, string>> {
  const bytes = await written(source, wantedFiles(kinds));
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
  );
}
