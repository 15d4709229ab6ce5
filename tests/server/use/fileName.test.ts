import { describe, expect, test } from '@jest/globals';
import { fileName } from '../../../server/use/fileName.ts';

describe('the name of a file that is saved', () => {
  test('F12 has the date first and only letters that every system takes', () => {
    expect(fileName('2026-11-22', ['What we expect?', 'files'], 'zip')).toBe(
      '2026-11-22_What-we-expect_files.zip',
    );
    expect(fileName('2026-11-22', ['مشاورة', 'Café: 1/2'], 'csv')).toBe('2026-11-22_Cafe-1-2.csv');
  });

  test('F12 a long title ends after a whole word; a word that is too long by itself is cut', () => {
    const title = 'What families, young people and those who work with them expect of services';
    expect(fileName('2026-11-22', [title, 'report'], 'pdf')).toBe(
      '2026-11-22_What-families-young-people-and-those-who-work-with-them_report.pdf',
    );
    expect(fileName('2026-11-22', ['x'.repeat(80)], 'pdf')).toBe(`2026-11-22_${'x'.repeat(60)}.pdf`);
  });
});
