import { expect, test } from '@jest/globals';
import { readConsultation } from '../../../core/consultationFile.ts';
import { consultationMerger } from '../../../core/merge/consultation.ts';
import { mergeConsultation } from '../../../core/archive/mergeConsultation.ts';
import {
  againOf,
  firstOf,
  partedFrom,
  sameSeries,
  seriesTogether,
  yearOf,
} from '../../../core/waves/again.ts';
import { waveLabels } from '../../../core/waves/names.ts';
import { wavesEn } from '../../../core/messages/waves.en.ts';
import { speaker } from '../../../core/message.ts';
import { firstWave, secondWave, statement, thirdWave } from '../../support/waves.ts';

const NONE = { space: '', voice: '', audience: '' };

test('WA1 the next wave keeps ids, words, scale, groups and what people are told, and has no day, version or word of anybody', () => {
  const before = {
    ...firstWave(),
    statements: [
      {
        ...statement('listen', 'My worker listens to me'),
        version: 3,
        earlier: [{ version: 1, wordings: [{ group: null, lang: 'en', text: 'They listen' }] }],
        from: {
          who: 'participants' as const,
          wordings: [{ point: 'phone-s-1', text: 'in my words' }],
          acceptedBy: 'The panel',
        },
      },
    ],
    notTaken: [{ point: 'phone-s-2', why: 'asked already' }],
    voice: { ...NONE, influence: 'The doors were painted' },
    under18: true,
  };
  const again = againOf(before, 'next', '2024');
  expect(again).toEqual({
    ...firstWave(),
    id: 'next',
    answerDue: '',
    keepUntil: '',
    under18: true,
    voice: { ...NONE, influence: '' },
    statements: [
      {
        ...statement('listen', 'My worker listens to me'),
        from: { who: 'participants', wordings: [], acceptedBy: 'The panel' },
      },
    ],
    waves: [{ id: 'wave1', title: 'Our family centre', year: '2024' }],
  });
  expect(JSON.stringify(again)).not.toMatch(/in my words|phone-s|painted/u);
  expect(partedFrom(again)).not.toHaveProperty('waves');
});

test('WA2 a wave of a wave knows all before it, in its file and in two windows; whatever names itself or one twice is refused', () => {
  const third = thirdWave();
  expect(third.waves?.map(({ id, year }) => [id, year])).toEqual([
    ['wave2', '2025'],
    ['wave1', '2024'],
  ]);
  expect(readConsultation(JSON.parse(JSON.stringify(third)))).toEqual(third);
  const at = (waves: object[]) => readConsultation({ ...third, waves });
  const wave = { id: 'a', title: 'A', year: '2025' };
  expect(at([{ ...wave, id: 'wave3' }])).toMatchObject({ refusal: 'bad-file', where: 'waves.0.id' });
  expect(at([wave, wave])).toMatchObject({ refusal: 'bad-file', where: 'waves' });
  expect(at([])).toMatchObject({ refusal: 'bad-file', where: 'waves' });
  expect(at([{ ...wave, year: '25' }])).toMatchObject({ refusal: 'bad-file', where: 'waves.0.year' });
  expect(at([{ ...wave, more: 1 }])).toMatchObject({ refusal: 'bad-file' });
  const parted = partedFrom(third);
  const merged = consultationMerger.merge(third, parted, { ...third, aim: 'Else' });
  expect(merged).toEqual({ document: { ...parted, aim: 'Else' }, conflicts: [] });
});

test('WA2 F13 of two laptops the one that still knows what was repeated tells the other; where they know different things that is named', () => {
  const third = thirdWave();
  expect(mergeConsultation(partedFrom(third), third)).toMatchObject({
    consultation: { waves: third.waves },
    differences: [],
  });
  expect(mergeConsultation(third, partedFrom(third)).consultation.waves).toEqual(third.waves);
  const other = { ...third, waves: [{ id: 'else', title: 'Else', year: '' }] };
  expect(mergeConsultation(third, other)).toMatchObject({
    consultation: { waves: third.waves },
    differences: [{ code: 'field', slots: { field: 'waves' } }],
  });
});

test('WA8 waves stand together, the latest first, where the first of them stood; the year is that of the last finished session', () => {
  const one = { id: 'one' };
  const [first, second, third] = [firstWave(), secondWave(), thirdWave()];
  expect(seriesTogether([first, one, second, third]).map(({ id }) => id)).toEqual([
    'wave3',
    'wave2',
    'wave1',
    'one',
  ]);
  // Also without the first of them.
  expect(seriesTogether([third, one, second]).map(({ id }) => id)).toEqual(['wave3', 'wave2', 'one']);
  expect(firstOf(third)).toBe('wave1');
  expect([sameSeries(third, first), sameSeries(first, third), sameSeries(first, one)]).toEqual([
    true,
    true,
    false,
  ]);
  const held = (date: string, state: 'sealed' | 'draft' = 'sealed', rehearsal = false) => ({
    date,
    state,
    rehearsal,
  });
  expect(yearOf([held('2024-12-30'), held('2025-01-02'), held('2027-01-01', 'draft')])).toBe('2025');
  expect(yearOf([held('2026-01-02', 'sealed', true)])).toBe('');
  const say = speaker(wavesEn, 'en-GB');
  const named = (...years: string[]) =>
    waveLabels(
      say,
      years.map((year, i) => ({ n: i + 1, year })),
    );
  expect(named('2024', '2025')).toEqual(['2024', '2025']);
  expect(named('2025', '2025', '')).toEqual(['2025, wave 1', '2025, wave 2', 'Wave 3']);
});
