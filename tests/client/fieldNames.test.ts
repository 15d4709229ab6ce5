/** Every place in a document has a plain name, and what stands there can be told. */
import { describe, expect, test } from '@jest/globals';
import { cut, differenceOf } from '../../client/console/pages/editor/difference.ts';
import { consultationField, consultationValue } from '../../client/console/pages/editor/fieldNames.ts';
import { reportField, reportValue } from '../../client/console/pages/report/fieldNames.ts';
import { faultAt, say } from '../../client/console/pages/say.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import { readReport } from '../../core/schemaReport.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { sampleDoc } from './consultationServer.ts';

const edited = { text: 'Ours', from: 'made' };
const picture = {
  id: 'p1',
  type: 'image/png' as const,
  data: '',
  alt: 'A wall',
  credit: 'Ann',
  consent: true,
};
const REPORT: ReportDocument = {
  ...newReport(5, 'shown'),
  title: 'Title',
  subtitle: 'Subtitle',
  notHeard: 'Fathers',
  sessions: ['a'],
  units: [{ id: 'u1', name: 'Both', groups: ['g'], sessions: ['a'] }],
  texts: {
    summary: edited,
    changeable: edited,
    methods: edited,
    shared: edited,
    differ: edited,
    limits: edited,
    reading: edited,
  },
  statements: { s1: { sentence: edited, text: 'Ours' } },
  chapters: [{ id: 'c1', title: 'A break', text: 'Tea', pictures: [picture], place: 'after' }],
  lists: { names: ['Ann'], places: ['York'] },
};
const PAGE = {
  statements: [{ id: 's1', number: 1, text: 'They listen', sentence: '', quotes: 0 }],
  sessions: [{ id: 'a', name: 'Adults', date: '2026-11-22' }],
  groups: [{ id: 'g', label: 'Parents' }],
};

/** Every place in a document with what stands there, inner ones too. */
function places(value: unknown, at = ''): [string, unknown][] {
  const here: [string, unknown][] = at === '' ? [] : [[at, value]];
  if (typeof value !== 'object' || value === null) return here;
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    places(inner, at === '' ? key : `${at}.${key}`),
  );
  return [...here, ...inside];
}

/** A name that is a path, or a key of the catalogue. */
const UNSAID = /[a-z]\.[a-z]|[{}]|\bundefined\b/;

describe('a report', () => {
  test('P5 every place in it has a plain name; only the whole is called the report', () => {
    for (const [at] of places(REPORT)) {
      const name = reportField(at, REPORT, PAGE);
      expect([at, name]).not.toEqual([at, say('name.report')]);
      expect([at, UNSAID.test(name)]).toEqual([at, false]);
    }
    expect(reportField('', REPORT, PAGE)).toBe('The report');
    expect(reportField('chapters.c1.text', REPORT, PAGE)).toBe(reportField('chapters.0.text', REPORT, PAGE));
    expect(reportField('chapters.gone', REPORT, PAGE)).toBe('A chapter that was removed here');
  });

  test('P5 what stands at a place is told as the page tells it', () => {
    const told = (at: string, value: unknown): string => reportValue(at, value, PAGE);
    expect([told('texts.summary', edited), told('texts.summary', undefined)]).toEqual([
      'Ours',
      '(as the figures make it)',
    ]);
    expect([told('title', ' '), told('chapters.c1', undefined)]).toEqual(['(empty)', '(removed)']);
    expect(told('chapters.c1', REPORT.chapters[0])).toBe('A break\n\nTea');
    expect([told('sessions', ['a']), told('sessions', []), told('units.u1.groups', ['g'])]).toEqual([
      'Adults',
      'All',
      'Parents',
    ]);
    expect([told('floor', 8), told('showPlaces', true), told('parts', 'none')]).toEqual([
      '8 people',
      'Yes',
      'Nothing else',
    ]);
    // Those in a text that the figures make are asked about with the text.
    const asked = places(REPORT).filter(([at, v]) => typeof v !== 'object' && !/\.(?:text|from)$/.test(at));
    for (const [at, value] of asked) expect([at, UNSAID.test(told(at, value))]).toEqual([at, false]);
  });

  test('P5 a text that is too long is named, with its length and the limit', () => {
    const long = 'x'.repeat(LIMITS.reportText + 10_000);
    const doc = { ...REPORT, texts: { ...REPORT.texts, summary: { text: long, from: '' } } };
    const refusal = readReport(doc);
    if (!isRefusal(refusal)) throw new Error('it was taken');
    expect(faultAt(refusal, doc, (at) => reportField(at, doc, PAGE))).toEqual({
      where: 'texts.summary.text',
      text: 'The summary is too long: 50,000 characters, at most 40,000.',
    });
  });
});

describe('a consultation', () => {
  test('P5 every place in it has a plain name, and what stands there is told', () => {
    const doc = sampleDoc();
    for (const [at, value] of places(doc).filter(([path]) => !['id', 'sample'].includes(path))) {
      expect([at, UNSAID.test(consultationField(at, doc))]).toEqual([at, false]);
      expect([at, consultationField(at, doc) === say('name.consultation')]).toEqual([at, false]);
      if (typeof value !== 'object') expect(UNSAID.test(consultationValue(at, value))).toBe(false);
    }
    const [statement] = doc.statements;
    expect(consultationField(`statements.${statement?.id}.wordings.${doc.groups[1]?.id} en.text`, doc)).toBe(
      'Statement 1. For Workers',
    );
    expect(consultationValue('statements.s', statement)).toBe('My social worker listens to me');
    expect(consultationValue('scale', doc.scale)).toContain('Strongly agree');
  });

  test('P5 a statement that is too long is named, with its length and the limit', () => {
    const start = sampleDoc();
    const doc = { ...start, title: 'x'.repeat(1234) };
    const refusal = readConsultation(doc);
    if (!isRefusal(refusal)) throw new Error('it was taken');
    expect(faultAt(refusal, doc, (at) => consultationField(at, doc)).text).toBe(
      'Title is too long: 1,234 characters, at most 200.',
    );
  });
});

describe('two texts beside each other', () => {
  test('S7 what is alike at both ends is parted off at whole words', () => {
    expect(differenceOf('Most of them agree.', 'Most people agree.')).toEqual({
      before: 'Most ',
      mine: 'of them',
      theirs: 'people',
      after: ' agree.',
    });
    expect(differenceOf('One.', 'One. Two.')).toMatchObject({ before: 'One.', mine: '', theirs: ' Two.' });
    expect(differenceOf('a a', 'a a a')).toEqual({ before: 'a a', mine: '', theirs: ' a', after: '' });
  });

  test('S7 of what is alike only so much is shown as tells where it is', () => {
    expect(cut('one two three', 8, 'end')).toBe('… three');
    expect(cut('one two three', 8, 'start')).toBe('one two …');
    expect(cut('one', 8, 'end')).toBe('one');
  });
});
