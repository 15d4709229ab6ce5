/** Case studies in the report, and what it tells of reading back. */
import { describe, expect, test } from '@jest/globals';
import { passedEntry } from '../../../core/caseStudies/signs.ts';
import { NEW_CASE_STUDY, type CaseStudy } from '../../../core/caseStudies/types.ts';
import { buildReport } from '../../../core/report/build.ts';
import { newReport, type ReportDocument } from '../../../core/report/document.ts';
import { readBackReport } from '../../../core/report/readBack.ts';
import { studiesReport } from '../../../core/report/studies.ts';
import type { Correction } from '../../../core/readBack/types.ts';
import type { EntryReadBack, EntryReading } from '../../../core/release/stories.ts';
import type { Session } from '../../../core/session.ts';
import { sampleInput } from './made.ts';

const READY = {
  version: 'v',
  yesTo: 'v',
  yesDay: '2026-11-01',
  yesHow: 'read',
  readTo: 'v',
  reader: 'Second',
  readDay: '2026-11-02',
  writer: 'First',
} as const;
const study = (id: string, fields: Partial<CaseStudy> = {}): CaseStudy => ({
  ...NEW_CASE_STUDY,
  ...READY,
  id,
  title: `Title ${id}`,
  text: `First of ${id}.\n\nSecond of ${id}.`,
  ...fields,
});

async function report(
  all: CaseStudy[],
  document: Partial<ReportDocument>,
  {
    audience = 'release',
    said = [],
    shown = true,
  }: { audience?: 'release' | 'team'; said?: string[]; shown?: boolean } = {},
) {
  const { consultation, sessions } = await sampleInput();
  const [group] = consultation.groups;
  const heads = [
    { group: group?.id, gender: 'woman', ageBand: '25 to 34', n: 4 },
    { group: group?.id, gender: 'woman', ageBand: '35 to 44', n: 9 },
  ];
  return studiesReport({
    consultation: { ...consultation, floor: 5, breakdowns: shown ? 'shown' : 'hidden' },
    document: { ...newReport(5, 'shown'), ...document },
    sessions: [{ ...(sessions[0] as Session), attendance: heads as Session['attendance'] }],
    caseStudies: all,
    earlier: said.map((ageBand) => ({
      persons: [{ of: 'study', id: 'a', in: '', said: { ageBand } }],
    })),
    audience,
  });
}

describe('case studies', () => {
  test('CS8 CS12 only those are printed that were chosen and lack nothing, in the order that was chosen, as they stand', async () => {
    const all = [
      study('a'),
      study('b', { title: 'Clara’s title', names: ['Clara'] }),
      study('notChosen'),
      study('noYes', { yesTo: '' }),
      study('changed', { version: 'w' }),
      study('sameReader', { reader: 'first' }),
      study('sign', { text: 'Ring 0151 496 0123.' }),
    ];
    const caseStudies = ['b', 'gone', 'noYes', 'changed', 'sameReader', 'sign', 'a'];
    const studies = await report(all, { caseStudies });
    expect(studies?.list.map(({ id }) => id)).toEqual(['b', 'a']);
    const model = buildReport(await sampleInput({ studies }));
    const at = model.sections.findIndex(({ id }) => id === 'caseStudies');
    expect(model.sections.slice(at + 1, at + 3)).toMatchObject([
      {
        id: 'case-study-1',
        heading: 'Clara’s title',
        blocks: [{ text: 'First of b.' }, { text: 'Second of b.' }],
      },
      { id: 'case-study-2', heading: 'Title a' },
    ]);
    expect(JSON.stringify(model.sections[at])).toContain('Names of people have been changed.');
    const none = buildReport(
      await sampleInput({ studies: await report([study('a')], { caseStudies: ['a'] }) }),
    );
    expect(JSON.stringify(none)).not.toContain('Names of people');
    // A name that somebody let pass was not changed.
    const passed = study('p', {
      text: 'Clara met Dwayne.',
      names: ['Clara'],
      passed: [passedEntry('dwayne', 'They agreed to it')],
    });
    const some = await report([...all, passed], { caseStudies: ['b', 'p'] });
    const printed = JSON.stringify(buildReport(await sampleInput({ studies: some })));
    expect(printed).toContain('Some names have been changed.');
    expect(printed).not.toContain('Names of people have');
    expect(await report(all, {})).toBeNull();
    expect(await report(all, { caseStudies: ['noYes'] })).toBeNull();
  });

  test('CS9 of the person is said what enough people share, over all that earlier releases said', async () => {
    const { consultation } = await sampleInput();
    const [group] = consultation.groups;
    const told = {
      group: group?.id ?? '',
      gender: 'woman',
      ageBand: '25 to 34',
      yesGroup: group?.label ?? '',
      readGroup: group?.label ?? '',
    };
    const saidOf = async (more: Parameters<typeof report>[2]) =>
      (await report([study('a', told)], { caseStudies: ['a'] }, more))?.list[0]?.said;
    // Four women of that age: too few. The age is left out after the group, as with quotes.
    expect(await saidOf({})).toEqual({ gender: 'woman' });
    expect(await saidOf({ shown: false })).toEqual({});
    expect(await saidOf({ audience: 'team' })).toEqual({
      group: group?.label,
      gender: 'woman',
      ageBand: '25 to 34',
    });
    const older = { ...told, group: '', ageBand: '' };
    const [before] =
      (await report([study('a', older)], { caseStudies: ['a'] }, { said: ['25 to 34'] }))?.list ?? [];
    // With the age that was said then it would be those four.
    expect(before?.said).toEqual({});
  });
});

describe('reading back', () => {
  const said = (fields: Partial<Correction> = {}): Correction => ({
    id: 'c',
    about: 'theme',
    of: 't',
    ofSession: '',
    was: 'Being listened to',
    verdict: 'said',
    text: '',
    day: '2026-11-20',
    session: 'aa',
    people: 4,
    accepted: false,
    ...fields,
  });
  const all = [
    said(),
    said({ verdict: 'notQuite', people: 6, accepted: true }),
    said({ verdict: 'missing', people: 1 }),
    said({ session: 'bb', people: 3 }),
    said({ session: 'elsewhere', people: 50 }),
    said({ session: '', people: 2 }),
  ];
  const told = (
    {
      corrections = all,
      earlier = [] as EntryReadBack[],
      readings = [] as EntryReading[],
      sessions = ['aa', 'bb'],
      floor = 5,
    } = {},
    audience: 'release' | 'team' = 'release',
  ) =>
    readBackReport({
      corrections,
      sessions: sessions.map((id) => ({ id })),
      floor,
      earlier,
      readings,
      date: '2026-12-01',
      audience,
    });

  test('RB5 the report says to how many people at least it was read back, and what was corrected and taken over', async () => {
    const now = { people: 11, sessions: ['aa', 'bb'], corrections: 2, accepted: 1 };
    const counts = [
      { session: '', n: 2 },
      { session: 'aa', n: 6 },
      { session: 'bb', n: 3 },
    ];
    expect(told()).toMatchObject({ told: now, again: null, entry: { date: '2026-12-01', ...now, counts } });
    expect(told({}, 'team')).toMatchObject({ told: now, again: null, entry: null });
    expect(told({ corrections: [] })).toBeNull();
    const model = buildReport(await sampleInput({ readBack: told() }));
    expect(JSON.stringify(model)).toContain(
      'To at least 11 people. In 2 sessions. They corrected 2 things. 1 wording was changed by that.',
    );
  });

  test('RB5 RA5 a release tells nothing under its floor, and nothing that tells of fewer beside an earlier one', () => {
    expect(told({ floor: 12 })?.told).toBe('few');
    const { entry } = told() ?? {};
    const earlier = entry == null ? [] : [entry];
    const more = [...all, said({ session: 'bb', people: 5 })];
    expect(told({ corrections: more, earlier })).toMatchObject({
      told: told()?.told,
      again: '2026-12-01',
      entry,
    });
    // With its date also where nobody came.
    expect(told({ earlier })).toMatchObject({ told: told()?.told, again: '2026-12-01', entry });
    const many = [...all, said({ session: 'bb', people: 8 })];
    expect(told({ corrections: many, earlier })?.told).toMatchObject({ people: 16 });
    // What is printed again has to be about this report.
    expect(told({ sessions: ['aa'], earlier })).toMatchObject({ told: 'earlier', entry: null });
  });

  test('RB5 RT2 what went with what it was about is told as it was, since one person may have taken that back', () => {
    const each = all.map((one, i) => ({ ...one, id: `c${i}` }));
    const { entry, readings = [] } = told({ corrections: each }) ?? {};
    const earlier = entry == null ? [] : [entry];
    const first = { told: told()?.told, again: '2026-12-01', entry };
    for (const corrections of [each.slice(2), each.slice(0, 1), []])
      expect(told({ corrections, earlier, readings })).toMatchObject({ ...first, readings });
    // Others are told with it where they are enough.
    const more = [said({ id: 'd', session: 'bb', people: 8, day: '2026-11-21' })];
    expect(told({ corrections: more, earlier, readings })?.told).toMatchObject({ people: 16 });
    const one = { corrections: [said({ session: '', people: 3 })] };
    expect(told({ corrections: [], readings: told(one)?.readings ?? [] })?.told).toBe('few');
    // The team is told what stands.
    expect(told({ corrections: [] }, 'team')).toBeNull();
    // Of one from before it was noted what it was made from.
    expect(told({ corrections: [], earlier })).toMatchObject(first);
  });
});
