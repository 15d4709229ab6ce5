import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Consultation } from '../../core/consultation.ts';
import { consultationFile, FILE_VERSION, readConsultationFile } from '../../core/consultationFile.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';

const schema = JSON.parse(
  await readFile(new URL('../../docs/consultation.schema.json', import.meta.url), 'utf8'),
) as object;
const bySchema = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(schema);

const wording = (group: string | null, lang: string, text: string) => ({ group, lang, text });

function whole(): Consultation {
  return {
    id: 'wall',
    title: 'A wall',
    aim: 'To hear people.\nTwo lines.',
    askedBy: 'A council',
    ledBy: 'A charity',
    answeredBy: 'A director',
    answerDue: '2026-12-01',
    decided: '',
    open: 'Everything.',
    words: { dangerTo: 'x', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
    languages: ['en', 'pa-Guru'],
    scale: { kind: 'agreement-5', declines: ['n', 'x'] },
    groups: [
      { id: 'families', label: 'Families', roomLabel: '' },
      { id: 'workforce', label: 'Workforce', roomLabel: 'Workers' },
    ],
    statements: [
      {
        id: 's1',
        notes: 'For me.',
        picture: { type: 'image/png', data: 'iVBORw0KGgo=', alt: 'A door' },
        scale: { kind: 'own', labels: ['Never', 'Sometimes', 'Always'], declines: [] },
        version: 3,
        wordings: [
          wording(null, 'en', 'I am heard. 🙂'),
          wording('families', 'en', 'My worker hears me.'),
          wording('families', 'pa-Guru', 'ਮੇਰੀ ਗੱਲ'),
        ],
        earlier: [{ version: 1, wordings: [wording(null, 'en', 'I am herd.')] }],
        from: {
          who: 'participants',
          wordings: [{ point: 'phone-s-1', text: 'I get heard. 🙂' }],
          acceptedBy: 'Peer panel',
        },
      },
    ],
    notTaken: [{ point: 'phone-s-2', why: 'Said already' }],
    rounds: 2,
    roundOrder: 'all',
    floor: 10,
    breakdowns: 'hidden',
    approvals: ['lead', 'panel'],
    withdrawDays: 30,
    keepUntil: '2028-02-29',
    under18: true,
    sample: false,
  };
}

const QUESTIONS = [
  { id: 'q', text: 'Who listened?', proposedBy: 'both', agreedBy: 'panel', order: 1 } as const,
];

type Loose = Record<string, unknown>;

/** A file with the value at a path replaced; `undefined` takes the field away. */
function withValue(path: string, value: unknown): unknown {
  const file = structuredClone(consultationFile(whole(), QUESTIONS)) as Loose;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: Loose = file;
  for (const key of keys) at = at[key] as Loose;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return file;
}

const C = 'consultation';
const S = `${C}.statements.0`;
const long = (n: number): string => 'é'.repeat(n);
const emoji = (n: number): string => '🙂'.repeat(n);

const GOOD: [string, unknown][] = [
  ['title', ''],
  ['title', long(LIMITS.title)],
  ['title', emoji(LIMITS.title)],
  ['aim', `line\r\nline\ttab ${long(100)}`],
  ['aim', long(LIMITS.paragraph)],
  ['answerDue', 'by summer'],
  ['scale', { kind: 'agreement-4', declines: ['x'] }],
  ['scale', { kind: 'own', labels: ['No', 'Yes'], declines: [] }],
  ['statements', []],
  ['statements.0.picture', null],
  ['statements.0.scale', null],
  ['statements.0.wordings.0.text', ''],
  ['statements.0.wordings.0.text', emoji(LIMITS.statementText)],
  ['statements.0.earlier', []],
  ['statements.0.from', undefined],
  ['statements.0.from.wordings', []],
  ['notTaken', []],
  ['notTaken', undefined],
  ['languages', ['en', 'pa-Guru', 'cy', 'zh-Hant-TW']],
  ['floor', 5],
  ['breakdowns', 'shown'],
  ['breakdowns', undefined],
  ['approvals', ['panel']],
  ['approvals', []],
  ['approvals', undefined],
  ['withdrawDays', 0],
  ['withdrawDays', LIMITS.withdrawDays.most],
  ['withdrawDays', undefined],
  ['keepUntil', ''],
  ['keepUntil', '2027-12-31'],
  ['keepUntil', undefined],
  ['under18', false],
  ['under18', undefined],
  ['rounds', 1],
  ['sample', true],
];

// Path, value, and where the fault is to be named when that is another place.
const BAD: [string, unknown, string?][] = [
  ['format', 'something'],
  ['version', 2],
  ['version', 0],
  ['version', '1', 'format'],
  ['extra', 1],
  [C, undefined],
  [C, null],
  [C, [], `${C}.id`],
  [`${C}.title`, undefined],
  [`${C}.title`, 5],
  [`${C}.title`, 'bell\u0007'],
  [`${C}.title`, long(LIMITS.title + 1)],
  [`${C}.title`, emoji(LIMITS.title + 1)],
  [`${C}.colour`, 'red'],
  [`${C}.id`, 'Not An Id'],
  [`${C}.id`, ''],
  [`${C}.id`, 'a'.repeat(41)],
  [`${C}.aim`, long(LIMITS.paragraph + 1)],
  [`${C}.decided`, 'nul\u0000'],
  [`${C}.answerDue`, long(LIMITS.label + 1)],
  [`${C}.words.rights`, undefined],
  [`${C}.words.other`, ''],
  [`${C}.words.dangerTo`, null],
  [`${C}.languages`, []],
  [`${C}.languages`, ['en', 'en']],
  [`${C}.languages`, ['English please'], `${C}.languages.0`],
  [`${C}.languages.0`, `en-${'abcdefg-'.repeat(5)}xx`],
  [`${C}.languages`, Array.from({ length: 13 }, (_, i) => `aa-x${i}x`)],
  [`${C}.scale.kind`, 'agreement-6'],
  [`${C}.scale.labels`, ['A', 'B'], `${C}.scale`],
  [`${C}.scale`, { kind: 'own', declines: [] }],
  [`${C}.scale.declines`, ['n', 'n']],
  [`${C}.scale.declines`, ['maybe'], `${C}.scale.declines.0`],
  [`${C}.scale.declines`, 'n'],
  [`${S}.scale.labels`, ['One']],
  [`${S}.scale.labels`, ['1', '2', '3', '4', '5', '6', '7', '8']],
  [`${S}.scale.labels.1`, '  '],
  [`${S}.scale.labels.1`, '\u202e'],
  [`${C}.groups`, {}],
  [`${C}.groups.0.label`, long(LIMITS.label + 1)],
  [`${C}.groups.0.color`, 1],
  [`${C}.groups`, Array.from({ length: 25 }, (_, i) => ({ id: `g${i}`, label: '', roomLabel: '' }))],
  [`${S}.id`, 'a b'],
  [`${S}.notes`, long(LIMITS.notes + 1)],
  [`${S}.picture.type`, 'image/svg+xml'],
  [`${S}.picture.data`, 'not base64!'],
  [`${S}.picture.data`, 'abc'],
  [`${S}.picture.data`, ''],
  [`${S}.picture.data`, 'A'.repeat(400_004)],
  [`${S}.picture.alt`, undefined],
  [`${S}.version`, 0],
  [`${S}.version`, 1.5],
  [`${S}.version`, LIMITS.versions + 1],
  [`${S}.wordings`, []],
  [`${S}.wordings.0.text`, long(LIMITS.statementText + 1)],
  [`${S}.wordings.0.group`, 'No Id'],
  [`${S}.wordings.0.group`, undefined],
  [`${S}.earlier`, null],
  [`${S}.earlier.0.version`, -1],
  [`${S}.earlier.0.when`, 'today'],
  [`${C}.rounds`, 3],
  [`${C}.roundOrder`, 'some'],
  [`${C}.floor`, 7],
  [`${C}.breakdowns`, 'some'],
  [`${C}.approvals`, 'lead'],
  [`${C}.approvals`, ['nobody'], `${C}.approvals.0`],
  [`${C}.approvals`, ['lead', 'lead']],
  [`${C}.withdrawDays`, -1],
  [`${C}.withdrawDays`, 1.5],
  [`${C}.withdrawDays`, LIMITS.withdrawDays.most + 1],
  [`${C}.withdrawDays`, '14'],
  [`${C}.keepUntil`, 'next spring'],
  [`${C}.keepUntil`, '2027-3-1'],
  [`${C}.keepUntil`, null],
  [`${S}.from.who`, 'team'],
  [`${S}.from.wordings.0.text`, long(LIMITS.statementText + 1)],
  [`${S}.from.wordings.0.point`, 'Not An Id'],
  [`${S}.from.acceptedBy`, undefined],
  [`${C}.notTaken.0.why`, long(LIMITS.title + 1)],
  [`${C}.under18`, 'yes'],
  [`${C}.sample`, 'no'],
  ['questions.0.text', ' '],
  ['questions.0.text', long(LIMITS.questionText + 1)],
  ['questions.0.proposedBy', 'Ann'],
  ['questions.0.agreedBy', long(LIMITS.label + 1)],
  ['questions.0.order', -1],
  ['questions.0.answer', ''],
  ['questions', Array.from({ length: LIMITS.questions + 1 }, (_, i) => ({ ...QUESTIONS[0], id: `q${i}` }))],
];

// What a schema cannot say, and where it is named.
const BEYOND: [string, unknown, string][] = [
  [`${C}.groups.1.id`, 'families', `${C}.groups`],
  [`${C}.statements`, [whole().statements[0], whole().statements[0]], `${C}.statements`],
  [`${S}.wordings.1.group`, 'nobody', `${S}.wordings.1.group`],
  [`${S}.wordings.1.group`, null, `${S}.wordings`],
  [`${S}.wordings.2.lang`, 'fr', `${S}.wordings.2.lang`],
  ['questions', [...QUESTIONS, ...QUESTIONS], 'questions'],
  [`${S}.version`, 1, `${S}.earlier`],
  [`${C}.keepUntil`, '2027-02-29', `${C}.keepUntil`],
];

describe('a consultation file', () => {
  test('F7 reads back what was written', () => {
    const file = JSON.parse(JSON.stringify(consultationFile(whole()))) as unknown;
    expect(readConsultationFile(file)).toEqual(whole());
    expect(bySchema(file)).toBe(true);
  });

  test.each(GOOD)('F7 takes %s as %j by the schema and by the program', (path, value) => {
    const file = withValue(`${C}.${path}`, value);
    expect(isRefusal(readConsultationFile(file)) ? readConsultationFile(file) : 'taken').toBe('taken');
    expect(bySchema(file)).toBe(true);
  });

  test.each(
    BAD.map(([path, value, where]) => [path, JSON.stringify(value)?.slice(0, 40), value, where] as const),
  )(
    'F7 refuses %s as %s by the schema and by the program, naming the place',
    (path, _shown, value, where) => {
      const file = withValue(path, value);
      const read = readConsultationFile(file);
      expect(read).toMatchObject({ where: where ?? path });
      expect(isRefusal(read) && read.detail !== undefined && !/expected/i.test(read.detail)).toBe(true);
      expect(bySchema(file)).toBe(false);
    },
  );

  test.each(BEYOND)('F7 refuses %s as %j, which a schema cannot say', (path, value, where) => {
    const file = withValue(path, value);
    expect(readConsultationFile(file)).toMatchObject({ refusal: 'bad-file', where });
    expect(bySchema(file)).toBe(true);
  });

  test('F7 from before releases were kept shows breakdowns and asks for no approval', () => {
    const old = withValue(`${C}.breakdowns`, undefined) as { consultation: Loose };
    delete old.consultation['approvals'];
    expect(readConsultationFile(old)).toMatchObject({ breakdowns: 'shown', approvals: [] });
  });

  test('F7 from before codes for later gives the usual days, keeps its words, and has no day to destroy on', () => {
    const old = withValue(`${C}.withdrawDays`, undefined) as { consultation: Loose };
    for (const field of ['keepUntil', 'under18']) delete old.consultation[field];
    old.consultation['words'] = { ...whole().words, withdrawUntil: 'Ask until 31 March' };
    expect(readConsultationFile(old)).toMatchObject({
      withdrawDays: LIMITS.withdrawDays.usual,
      keepUntil: '',
      under18: false,
      words: { withdrawUntil: 'Ask until 31 March' },
    });
  });

  test('F7 of a newer version is told apart from a broken one', () => {
    expect(readConsultationFile(withValue('version', FILE_VERSION + 1))).toMatchObject({
      refusal: 'file-newer',
    });
    for (const broken of [null, 5, 'text', [], {}])
      expect(readConsultationFile(broken)).toMatchObject({ refusal: 'bad-file', where: 'format' });
  });

  test('F7 is cleaned as it is read: line ends, bidi controls, outer spaces, NFC', () => {
    const read = readConsultationFile(withValue(`${C}.aim`, ' a\r\nb\u202e e\u0301 '));
    expect(read).toMatchObject({ aim: 'a\nb \u00e9' });
  });
});
