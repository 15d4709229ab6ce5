/** Case studies and corrections in the researchers' files. */
import { parse } from 'csv-parse/sync';
import { expect, test } from '@jest/globals';
import { NO_SOURCES } from '../../../core/talk/sources.ts';
import { NEW_CASE_STUDY } from '../../../core/caseStudies/types.ts';
import { NEW_THEME } from '../../../core/talk/types.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { correction } from '../../support/studies.ts';
import { files, MARK, nastySource } from './sources.ts';

async function tables(source: ExportSource, name: string): Promise<Record<string, string>[]> {
  const text = (await files(source))[`${MARK}${name}_data.csv`];
  if (text === undefined) return [];
  return parse(Buffer.from(text), { columns: true });
}

test('CS6 RB3 each has its words as typed, what is agreed about it, and for a correction what it corrected and what stands now', async () => {
  const { source } = await nastySource();
  const [first] = source.sessions.map((s) => s.id);
  const ready = { yesTo: 'v', yesDay: '2026-11-20', yesHow: 'heard', readTo: 'v', reader: 'Second' } as const;
  const study = {
    ...NEW_CASE_STUDY,
    id: 'k',
    title: '=Waiting',
    text: '=home they\nwaited.',
    version: 'v',
    writer: 'First',
    ...ready,
    readDay: '2026-11-21',
  };
  const said = (id: string, fields: object) => ({ ...correction(id, fields).set, id });
  const full = {
    ...source,
    lists: { names: [], places: [] },
    talk: {
      themes: [{ ...NEW_THEME, id: 't', name: 'Being believed' }],
      points: [],
      codings: [],
      seconds: [],
      ...NO_SOURCES,
      gone: [],
      back: [],
    },
    studies: {
      caseStudies: [
        study,
        { ...study, id: 'old', version: 'w' },
        { ...study, id: 'sign', text: 'My son waited.' },
      ],
      corrections: [
        said('c', { session: first, was: 'Being listened to', accepted: true }),
        said('d', { about: 'caseStudy', of: 'k', was: 'Before', verdict: 'missing', text: '=more' }),
        said('e', { session: 'not exported' }),
      ],
      gone: [],
      back: [],
    },
  } as ExportSource;
  const studies = await tables(full, 'case_studies');
  const of = studies.map(({ text, own_yes, second_reader, may_publish }) =>
    [text?.slice(0, 5), own_yes, second_reader, may_publish].join(),
  );
  expect(of.toSorted()).toEqual(['=home,0,0,0', '=home,1,1,1', 'My so,1,1,0']);
  expect(studies.find((row) => row['may_publish'] === '1')).toMatchObject({
    title: '=Waiting',
    text: study.text,
    yes_date: '2026-11-20',
    yes_how: 'heard',
  });
  const corrections = await tables(full, 'corrections');
  expect(corrections.toSorted((a, b) => ((a['about'] ?? '') < (b['about'] ?? '') ? 1 : -1))).toMatchObject([
    {
      about: 'theme',
      was: 'Being listened to',
      now: 'Being believed',
      verdict: 'not quite',
      people: '4',
      accepted: '1',
    },
    {
      about: 'case study',
      was: 'Before',
      now: study.text,
      verdict: 'missing',
      words: '=more',
      session_id: '',
    },
  ]);
  expect(await tables(source, 'case_studies')).toEqual([]);
  const readme = String((await files(full))[`${MARK}README.txt`]);
  expect(readme).toContain('case_studies ');
  expect(readme).toContain('corrections ');
});
