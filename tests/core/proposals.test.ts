/** Statements that participants propose: what may be placed, what a consultation keeps, what a report says. */
import { describe, expect, test } from '@jest/globals';
import { acceptProposals, newStatement, refuseProposal } from '../../client/console/pages/edits.ts';
import { mergeConsultation } from '../../core/archive/mergeConsultation.ts';
import { taggedBeside } from '../../core/beside.ts';
import type { Consultation, FromParticipants } from '../../core/consultation.ts';
import { talkFreely } from '../../core/freeTalk.ts';
import { LIMITS } from '../../core/limits.ts';
import { consultationMerger } from '../../core/merge/consultation.ts';
import { keepsProposal, withoutProposals, withProposal } from '../../core/proposals.ts';
import { buildReport } from '../../core/report/build.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { withoutTexts } from '../../core/report/withoutTexts.ts';
import type { PointQuote } from '../../core/report/talkQuotes.ts';
import { onStatement, type Room } from '../../core/room.ts';
import {
  FREE_TALK,
  isProposal,
  mayThink,
  PROPOSING,
  talkNow,
  thoughtPlace,
  THERE,
} from '../../core/thought.ts';
import { facts, makeRoom, press } from '../support/room.ts';
import { sampleInput } from './report/made.ts';

const from = (...texts: string[]): FromParticipants => ({
  who: 'participants',
  wordings: texts.map((text) => ({ point: `phone-s-${text}`, text })),
  acceptedBy: '',
});
const input = await sampleInput();
const base: Consultation = { ...input.consultation };
const [first] = base.statements;
if (first === undefined) throw new Error('no statement');
const withFrom = (origin: FromParticipants | undefined): Consultation => ({
  ...base,
  statements: base.statements.map((s, i) => (i === 0 && origin !== undefined ? { ...s, from: origin } : s)),
});
const fromOf = (doc: Consultation) => doc.statements[0]?.from;

describe('what may be placed', () => {
  const asked = (): Room => {
    const room = talkFreely(press(makeRoom(), 5), true, true, facts());
    if ('refusal' in room) throw new Error(room.refusal);
    return room;
  };
  const place = (text: string) => ({
    board: thoughtPlace(PROPOSING, 0),
    revision: 1,
    answer: THERE,
    comment: text,
    audience: 'room' as const,
  });

  test('SP1 while statements are asked for a line is taken, for the team only; any step ends it', () => {
    expect(talkNow(asked())).toBe(PROPOSING);
    expect(mayThink(asked(), place('I am\nasked'), undefined)).toMatchObject({
      comment: 'I am asked',
      audience: 'team',
    });
    expect(mayThink(asked(), place('é'.repeat(LIMITS.statementText)), undefined)).not.toHaveProperty(
      'refusal',
    );
    expect(mayThink(asked(), place('é'.repeat(LIMITS.statementText + 1)), undefined)).toMatchObject({
      refusal: 'too-long',
    });
    const free = talkFreely(asked(), true, false, facts()) as Room;
    expect([talkNow(free), free.proposing]).toEqual([FREE_TALK, undefined]);
    expect(mayThink(free, place('I am late'), undefined)).toMatchObject({ refusal: 'not-open' });
    expect(onStatement(asked())).not.toHaveProperty('proposing');
  });

  test('SP2 each place has a tag of its own, which no thought has', () => {
    const tags = [0, 1, 2, 3, 4].map((slot) => taggedBeside(thoughtPlace(PROPOSING, slot))?.statement);
    expect(new Set(tags).size).toBe(5);
    expect(tags.every((tag) => tag?.startsWith('proposal:'))).toBe(true);
    expect([thoughtPlace(PROPOSING, 5), thoughtPlace(PROPOSING, 0) - 1].some(isProposal)).toBe(false);
  });
});

describe('what a consultation keeps', () => {
  test('SP3 accepted it stands at the end with each wording; refused it keeps why; taken up again it waits', () => {
    const made = acceptProposals(base, newStatement('new', 'en', 'I am asked'), from('a', 'b'));
    expect(made.statements.at(-1)).toMatchObject({ id: 'new', from: from('a', 'b') });
    expect([keepsProposal(made, 'phone-s-b'), keepsProposal(made, 'phone-s-c')]).toEqual([true, false]);
    const refused = refuseProposal(refuseProposal(base, 'p', 'Once'), 'p', 'Said already');
    expect(refused.notTaken).toEqual([{ point: 'p', why: 'Said already' }]);
    expect(keepsProposal(refuseProposal(refused, 'p', null), 'p')).toBe(false);
  });

  test('SP4 SP5 a wording follows its proposal, and goes with it; that it came from participants stays', () => {
    const doc = { ...withFrom(from('a', 'b')), notTaken: [{ point: 'p', why: 'x' }] };
    expect(fromOf(withProposal(doc, 'phone-s-a', 'mended'))?.wordings.map(({ text }) => text)).toEqual([
      'mended',
      'b',
    ]);
    const left = withoutProposals(doc, (point) => point !== 'phone-s-b');
    expect([fromOf(left), left.notTaken]).toEqual([from('b'), []]);
    expect(fromOf(withoutProposals(doc, () => true))).toEqual(from());
    expect(withoutProposals(base, () => true)).toEqual(base);
  });

  test('SP4 two laptops’ wordings are united, and what either refused', () => {
    const here = { ...withFrom(from('a')), notTaken: [{ point: 'p', why: 'here' }] };
    const there = {
      ...withFrom({ ...from('b', 'a'), acceptedBy: 'Panel' }),
      notTaken: [
        { point: 'p', why: 'there' },
        { point: 'q', why: 'too' },
      ],
    };
    const { consultation } = mergeConsultation(here, there);
    expect(fromOf(consultation)).toEqual({ ...from('a', 'b'), acceptedBy: 'Panel' });
    expect(consultation.notTaken).toEqual([
      { point: 'p', why: 'here' },
      { point: 'q', why: 'too' },
    ]);
    expect(fromOf(mergeConsultation(base, there).consultation)).toEqual(fromOf(there));
    expect(mergeConsultation(base, base).consultation).toEqual(base);
  });

  test('SP4 two windows: one accepts, the other refuses, and nothing is asked', () => {
    const mine = acceptProposals(base, newStatement('new', 'en', 'I am asked'), from('a'));
    const theirs = refuseProposal(base, 'q', 'Said already');
    const { document, conflicts } = consultationMerger.merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect([document.statements.at(-1)?.from, document.notTaken]).toEqual([from('a'), theirs.notTaken]);
  });

  test('SP3 what became a statement is refused no longer, in whichever window or on whichever laptop that was', () => {
    const made = acceptProposals(base, newStatement('new', 'en', 'I am asked'), from('a', 'b'));
    const refused = refuseProposal(refuseProposal(base, 'phone-s-a', 'Said already'), 'q', 'Unclear');
    const left = [{ point: 'q', why: 'Unclear' }];
    for (const [mine, theirs] of [
      [made, refused],
      [refused, made],
    ] as const) {
      expect(consultationMerger.merge(base, mine, theirs).document.notTaken).toEqual(left);
      expect(mergeConsultation(mine, theirs).consultation.notTaken).toEqual(left);
    }
    expect(acceptProposals(refused, newStatement('new', 'en', 'x'), from('a')).notTaken).toEqual(left);
    expect(refuseProposal(made, 'phone-s-b', 'Said already').notTaken).toEqual([]);
  });
});

describe('a report', () => {
  const said = (more: Partial<ReportInput>): string =>
    JSON.stringify(buildReport({ ...input, ...more }).sections.map(({ id, blocks }) => [id, blocks]));
  const quotes: PointQuote[] = [
    { point: 'phone-s-I am asked', text: 'I get asked', said: {}, dissent: false },
  ];
  const theme = {
    id: 't',
    name: 'T',
    path: 'T',
    description: '',
    sessions: 1,
    of: 1,
    again: null,
    texts: 0,
    interviews: null,
    voices: null,
    points: 'few' as const,
    groups: [],
    statements: [],
    dissent: false,
    quotes,
  };
  const talk = {
    of: 1,
    coded: 1,
    ofTexts: 0,
    codedTexts: 0,
    sessionsLeft: 0,
    sessionsMore: 0,
    ofInterviews: null,
    textsLeft: false,
    themes: [theme],
    codebook: [],
    heldQuotes: [],
    entry: { cells: [], quotes: [] },
  };

  test('SP6 says which statements came from participants, and who accepted them', () => {
    const told = said({ consultation: withFrom({ ...from('I am asked'), acceptedBy: 'The peer panel' }) });
    expect(told).toContain('This statement came from participants. The peer panel accepted it.');
    expect(told).toContain('Statement 1 came from participants. The others were written by the team.');
    expect(said({})).not.toContain('came from participants');
  });

  test('SP5 the words of somebody who took them out go as a quote, and stay where they are a statement', () => {
    const text = 'I am asked before my plan is changed';
    const model = [
      { kind: 'quote', text, by: '' },
      { kind: 'statement', text },
      { kind: 'note', text: `So: ${text}` },
    ];
    expect(withoutTexts(model, [text], 'gone', new Set([text])).map((block) => block.text)).toEqual([
      'gone',
      text,
      `So: ${text}`,
    ]);
    expect(withoutTexts(model, [text], 'gone').map((block) => block.text)).toEqual([
      'gone',
      'gone',
      'So: gone',
    ]);
  });

  test('SP6 prints a proposer’s wording only where the report quotes it anyway', () => {
    const consultation = withFrom(from('I am asked', 'I was never quoted'));
    const told = said({ consultation, talk });
    expect(told).toContain('As it was proposed:');
    expect(told).toContain('"kind":"quote","text":"I get asked"');
    expect(told).not.toContain('I was never quoted');
    expect(said({ consultation })).not.toContain('As it was proposed:');
    expect(said({ consultation })).not.toContain('I am asked');
  });
});
