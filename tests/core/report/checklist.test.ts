/** Checklists of the appendix, and how people were involved. */
import { expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { COREQ, GRIPP2, itemState } from '../../../core/report/checklist.ts';
import { CHECKLIST_ITEMS, newReport, type ReportDocument } from '../../../core/report/document.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { readReport } from '../../../core/schemaReport.ts';
import { mergeConsultation } from '../../../core/archive/mergeConsultation.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { askedReport } from '../../../core/report/asked.ts';
import { howAsked } from '../../../core/report/how.ts';
import {
  NEW_PASSAGE,
  NEW_QUESTION,
  NEW_SOURCE,
  type Passage,
  type TextSource,
} from '../../../core/talk/sources.ts';
import { recommendation } from '../../support/recommendations.ts';
import { sampleInput } from './made.ts';

const withDocument = (more: Partial<ReportDocument>) =>
  sampleInput({ document: { ...newReport(10, 'shown'), ...more } });

test('RT6 each item is in one list, in its order, and each has a state', async () => {
  const items = [...COREQ, ...GRIPP2].map(([item]) => item);
  expect(items).toEqual([...CHECKLIST_ITEMS]);
  const input = await withDocument({});
  for (const item of items) expect(['reported', 'not-reported']).toContain(itemState(input, item).is);
});

test('RT6 what the consultation knows is filled in with its chapter, the rest is not recorded, and no item is counted up', async () => {
  const input = await withDocument({
    checklists: { coreq: true, gripp2: true },
    notHeard: 'Fathers',
    answers: { training: { text: 'Peers, two days of training.' }, recording: { applies: false } },
  });
  const state = (item: (typeof CHECKLIST_ITEMS)[number]) => itemState(input, item);
  expect(state('size')).toEqual({ is: 'reported', chapters: ['methods'], text: '' });
  expect(state('guide').chapters).toEqual(['statements']);
  expect(state('refused').chapters).toEqual(['methods']);
  expect(state('training')).toEqual({ is: 'reported', chapters: [], text: 'Peers, two days of training.' });
  expect(state('recording').is).toBe('not-applicable');
  expect(state('coders')).toEqual({ is: 'not-reported', chapters: [], text: '' });
  // Themes are in no chapter here, since nothing was put under one.
  expect(state('major').is).toBe('not-reported');
  const model = buildReport(input);
  const [head, coreq, gripp2] = model.sections.filter(({ id }) => id.startsWith('checklist'));
  expect(head?.level).toBe(1);
  const text = JSON.stringify([coreq, gripp2]);
  expect(text).toContain('["12. How many took part","reported","“How it was done”"]');
  expect(text).toContain('["24. How many people put points under themes","not reported","not recorded"]');
  expect(text).toContain('["19. Whether sound or film was recorded","not applicable","not recorded"]');
  expect(JSON.stringify([head, coreq, gripp2])).not.toMatch(/\d+ of \d+ items|percent|%/);
  const without = buildReport(await withDocument({}));
  expect(without.sections.some(({ id }) => id.startsWith('checklist'))).toBe(false);
});

test('RT6 what is recorded of interviews, codings and what changed fills the lists, with kinds of people and never how many', async () => {
  const source = (fields: Partial<TextSource>): TextSource => ({
    ...NEW_SOURCE,
    id: 'i1',
    mayUse: true,
    ...fields,
  });
  const passage = (fields: Partial<Passage>): Passage => ({
    ...NEW_PASSAGE,
    id: 'p1',
    source: 'i1',
    to: 4,
    ...fields,
  });
  const one = source({ interviewer: 'peer' });
  const texts = [one, source({ id: 'i2', interviewer: 'staff' }), source({ id: 'i3', mayUse: false })];
  const first = passage({});
  const second = passage({ id: 'p2', coder: 'second' });
  const question = { ...NEW_QUESTION, id: 'q1', text: 'What helped?', proposedBy: 'participants' as const };
  const base = await withDocument({ checklists: { coreq: true, gripp2: true } });
  const textOf = (item: (typeof CHECKLIST_ITEMS)[number], more: Partial<ReportInput>): string =>
    itemState({ ...base, ...more }, item).text;
  const asked = (sources: TextSource[], passages: Passage[], questions = [question]) =>
    howAsked({ sources, passages, questions });
  const how = asked(texts, [first, second]);
  expect(textOf('facilitator', { how })).toContain('Interviews were held by peers and by staff.');
  const unsaid = asked([one, source({ id: 'i4', interviewer: '' })], [first], []);
  expect(textOf('facilitator', { how: unsaid })).toMatch(
    /held by peers\. Of some interviews it is not recorded who held them\.$/u,
  );
  expect(textOf('coders', { how })).toMatch(/^Two people put passages/u);
  expect(textOf('coders', { how: unsaid })).toMatch(/^One person put passages/u);
  const said = { units: 80, alpha: 0.8, low: 0.7, high: 0.9, enough: true };
  const between = { said, unsaid: null, texts: null, together: [], entry: null } as never;
  expect(textOf('coders', { how, between })).toMatch(/^A second person put points/u);
  // A text without its yes tells nothing, and where nothing is known nothing is said.
  const none = asked([source({ mayUse: false, interviewer: 'peer' })], [first, second]);
  expect(none).toEqual({ interviewers: [], unknown: false, coders: 0, proposed: false });
  expect(itemState({ ...base, how: none }, 'coders').is).toBe('not-reported');
  expect(textOf('facilitator', { how: none })).not.toContain('Interviews');
  expect(textOf('recording', {})).toContain('keeps no sound and no film');

  const answered = { answer: 'no' as const, why: 'No money', askedOn: '2027-01-05' };
  const list = [
    recommendation('r1', { ...answered, told: true }),
    recommendation('r2', { told: true, order: 2 }),
  ];
  const talk = { points: [], codings: [], themes: [], sources: [], passages: [] };
  const report = askedReport(
    {
      consultation: base.consultation,
      list,
      out: [],
      sessions: [],
      eligible: [],
      talk,
      postits: [],
      releases: [],
      floor: 5,
    },
    'release',
  );
  const told = { people: 12, sessions: ['s1'], corrections: 3, accepted: 2 };
  const readBack = { told, again: null, entry: null, readings: [] };
  const influence = { asked: report, how, readBack };
  expect(textOf('involveInfluence', influence)).toBe(
    '2 recommendations came of it. 1 is answered. None is done yet. Participants proposed questions of the interviews. What was read back was changed where people corrected it.',
  );
  expect(itemState({ ...base, ...influence }, 'involveInfluence').chapters).toEqual([
    'recommendations',
    'followUp',
    'methods',
  ]);
  // Without the chapter that names them all, of those that somebody was asked for.
  const some = { waves: true, recommendations: false, followUp: true, heard: true };
  expect(textOf('involveInfluence', { asked: report, document: { ...base.document, follow: some } })).toBe(
    '1 recommendation was put to somebody for an answer. 1 is answered. None is done yet.',
  );
  // What the team does not print, the list does not tell.
  const follow = { waves: true, recommendations: false, followUp: false, heard: true };
  expect(textOf('involveInfluence', { asked: report, document: { ...base.document, follow } })).toBe('');
  expect(textOf('involveInfluence', { readBack: { ...readBack, told: 'few' } })).toBe('');
});

test('RT6 the level of involvement is what was declared, else not recorded; the four questions are asked of the young only', async () => {
  const input = await sampleInput();
  const facts = (more: object): string => {
    const consultation = { ...input.consultation, ...more };
    return JSON.stringify(
      buildReport({ ...input, consultation }).sections.find(({ id }) => id === 'methods')?.blocks,
    );
  };
  const level = '"name":"Level of involvement, as declared by the team","value":';
  expect(facts({})).toContain(`${level}"not recorded"`);
  expect(facts({ involvement: 'consult' })).toContain(`${level}"Consult: people are asked`);
  expect(facts({})).not.toContain('A safe place to speak');
  const voice = { space: 'The family centre', voice: '', audience: '', influence: '' };
  expect(facts({ under18: true, voice })).toContain(
    '"name":"A safe place to speak, and help","value":"The family centre"',
  );
  expect(facts({ under18: true })).toContain('"name":"What happened because of it","value":"not recorded"');
});

test('P5 an answer to an item that there is not, and a level that there is not, are refused by their place', () => {
  const document = newReport(5, 'shown');
  const read = readReport({ ...document, answers: { score: { text: '10' } } });
  if (!isRefusal(read)) throw new Error('it was taken');
  expect(read.where).toBe('answers.score');
  expect(isRefusal(readReport({ ...document, answers: { size: { applies: true } } }))).toBe(true);
  expect(readReport({ ...document, answers: { size: { text: ' 12 ' } } })).toMatchObject({
    answers: { size: { text: '12' } },
  });
});

test('F13 what one laptop declared comes to the other; where both did, what is here stays and is named', async () => {
  const { consultation: here } = await sampleInput();
  const voice = { space: 'Here', voice: '', audience: '', influence: '' };
  const there = {
    ...here,
    involvement: 'involve' as const,
    voice: { ...voice, space: 'There', audience: 'The board' },
  };
  expect(mergeConsultation(here, there).consultation).toMatchObject({
    involvement: 'involve',
    voice: { space: 'There' },
  });
  const both = mergeConsultation({ ...here, involvement: 'consult', voice }, there);
  expect(both.consultation).toMatchObject({
    involvement: 'consult',
    voice: { space: 'Here', audience: 'The board' },
  });
  expect(both.differences.map(({ slots }) => slots)).toEqual([{ field: 'involvement' }, { field: 'space' }]);
  expect('involvement' in mergeConsultation(here, here).consultation).toBe(false);
});

test('RT6 an item is reported where the chapter has it, and else the list says what there is', async () => {
  const base = await withDocument({});
  const state = (item: (typeof CHECKLIST_ITEMS)[number], more: Partial<ReportInput>) =>
    itemState({ ...base, ...more }, item);
  const missing = { is: 'not-reported', chapters: [], text: '' };
  const table = (kind: 'other' | 'gender' | 'total', rows: string[][]) => ({
    heads: { tables: [{ kind, date: '2027-01-01', of: 1, cells: [], rows, again: false }], left: [] },
  });
  const none = { heads: { tables: [], left: [] } };
  const [first] = base.sessions;
  if (first === undefined) throw new Error('no session');
  const sessions = [{ ...first, others: [], place: '' }];
  // Nobody else was there, as far as anybody noted; nor what those are who took part.
  expect(state('others', { ...table('other', []), sessions })).toEqual(missing);
  expect(state('others', table('other', [['Officer']])).is).toBe('reported');
  expect(state('others', { ...none, sessions: [{ ...first, others: [{ role: 'Officer', n: 1 }] }] })).toEqual(
    {
      ...missing,
      text: 'It is recorded, and not printed in this report.',
    },
  );
  expect(state('sample', table('gender', [['']]))).toEqual(missing);
  expect(state('sample', table('gender', [['woman']])).is).toBe('reported');
  // How many answered is known; how many took part is not.
  expect(state('size', none)).toEqual({
    is: 'not-reported',
    chapters: ['methods'],
    text: 'Not recorded; how many answered is.',
  });
  expect(state('size', { ...none, statements: [] })).toEqual(missing);

  const held = { sessions: [{ ...first, place: 'Leeds' }] };
  expect(state('place', { sessions })).toEqual(missing);
  const print = (showPlaces: boolean) => ({ ...held, document: { ...base.document, showPlaces } });
  expect(state('place', print(false)).text).toBe('It is recorded, and not printed in this report.');
  expect(state('place', print(false)).is).toBe('not-reported');
  expect(state('place', print(true)).is).toBe('reported');
  const apart = { consultation: { ...base.consultation, breakdowns: 'hidden' as const } };
  expect(state('place', { ...print(true), ...apart }).is).toBe('not-reported');
  // What the team says of it stands for all of them.
  const own = { ...print(false).document, answers: { place: { text: 'In a library' } } };
  expect(state('place', { ...held, document: own })).toMatchObject({ is: 'reported', text: 'In a library' });
});

test('RT6 that recommendations were put to rooms is told from as many people as the floor, and not what they said', async () => {
  const base = await withDocument({});
  const [first] = base.sessions;
  if (first === undefined) throw new Error('no session');
  const item = { n: 1, recommendation: 'r', kind: 'change' as const, text: 'Ring back', points: '' };
  const state = (said: number) =>
    itemState(
      {
        ...base,
        sessions: [
          { ...first, checked: [{ ...item, said, notQuite: 0, missing: 0, declined: 9, dots: null }] },
        ],
      },
      'returned',
    );
  expect(state(9)).toEqual({ is: 'not-reported', chapters: [], text: '' });
  expect(state(10).is).toBe('reported');
  expect(state(10).text).toMatch(/^Recommendations were put to people in a session/u);
  expect(state(10).text).not.toMatch(/\d/u);
});

test('RT6 what was done in part is told as that', async () => {
  const base = await withDocument({});
  const report = (...list: ReturnType<typeof recommendation>[]) =>
    askedReport(
      {
        consultation: base.consultation,
        list,
        out: [],
        sessions: [],
        eligible: [],
        talk: { points: [], codings: [], themes: [], sources: [], passages: [] },
        releases: [],
        postits: [],
        floor: 5,
      },
      'release',
    );
  const done = { told: true, askedOn: '2027-01-05', done: 'A new line', doneOn: '2027-02-01' };
  const part = recommendation('r1', { ...done, answer: 'part', why: 'No money' });
  const all = recommendation('r2', { ...done, answer: 'accepted', order: 2 });
  const text = (asked: ReportInput['asked']) => itemState({ ...base, asked }, 'involveInfluence').text;
  expect(text(report(part))).toContain('1 is answered. 1 is done in part.');
  expect(text(report(part, all))).toContain('2 are answered. 1 is done. 1 is done in part.');
});

test('RT6 SC5 COREQ 24: two coded though too few for alpha, also where no interviews were held', async () => {
  const base = await sampleInput();
  const coders = (more: Partial<ReportInput>) => itemState({ ...base, ...more }, 'coders');
  const unsaid = (why: 'few' | 'held') => ({
    between: { said: null, unsaid: why, texts: null, together: [], entry: null, twice: null },
  });
  expect(coders(unsaid('few'))).toEqual({
    is: 'reported',
    chapters: [],
    text: 'Two people put points of discussions or comments on post-its under themes, the second without seeing the first. How far they agree was not computed: too few were coded by both.',
  });
  expect(coders(unsaid('held')).text).toMatch(/How far they agree is not told here\.$/u);
  const how = { interviewers: [], unknown: false, coders: 1 as const, proposed: false };
  expect(coders({ ...unsaid('few'), how }).text).toMatch(
    /coded by both\. One person put passages of interviews and documents under themes\.$/u,
  );
});
