import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { balanced, bare, closedLines, directionOf, FSI, isolated, PDI } from '../../core/bidi.ts';
import { wrapLabel, wrapText } from '../../core/chart/wrap.ts';
import { listsIn, speaker } from '../../core/message.ts';
import { pictureSchema } from '../../core/schemaPicture.ts';
import { readReport } from '../../core/schemaReport.ts';
import { picture } from '../support/picture.ts';
import { newReport } from '../../core/report/document.ts';
import { cleanText } from '../../core/text.ts';

const FATHERS = 'الآباء';
const MOTHERS = 'الأمهات';
const wide = (text: string): number => [...bare(text)].length;
const depths = (line: string): number[] => {
  let depth = 0;
  return [...line].map((letter) => (depth += letter === FSI ? 1 : letter === PDI ? -1 : 0));
};

describe('a name that runs the other way than its sentence', () => {
  const say = speaker({ told: '{part}: {n} of {of} people agreed.', foot: '{title}' }, 'en-GB');

  test('F12 is isolated in it, and other names are as they were typed', () => {
    expect(say('told', { part: FATHERS, n: 5, of: 12 })).toBe(
      `${FSI}${FATHERS}${PDI}: 5 of 12 people agreed.`,
    );
    expect(say('told', { part: 'Fathers', n: 5, of: 12 })).toBe('Fathers: 5 of 12 people agreed.');
    const arabic = speaker({ told: '{part}: {n}' }, 'ar');
    expect(arabic('told', { part: 'Staff', n: 5 })).toContain(`${FSI}Staff${PDI}`);
    expect(arabic('told', { part: FATHERS, n: 5 })).not.toContain(FSI);
  });

  test('F12 is isolated once, line by line, and each by itself in a list', () => {
    const once = say('foot', { title: FATHERS });
    expect(say('foot', { title: once })).toBe(once);
    expect(isolated(`${FATHERS}\nStaff\n${MOTHERS}`, 'en')).toBe(
      `${FSI}${FATHERS}${PDI}\nStaff\n${FSI}${MOTHERS}${PDI}`,
    );
    const list = listsIn('en-GB', 'conjunction').format([FATHERS, 'Staff', MOTHERS]);
    expect(list).toBe(`${FSI}${FATHERS}${PDI}, Staff and ${FSI}${MOTHERS}${PDI}`);
    expect(isolated(list, 'en')).toBe(list);
    expect(listsIn('en-GB', 'conjunction').format([FATHERS])).toBe(FATHERS);
  });

  test('F12 does not turn the sentence that it begins', () => {
    expect(directionOf(say('told', { part: FATHERS, n: 5, of: 12 }))).toBe('ltr');
    expect(directionOf(`${FATHERS}: 5`)).toBe('rtl');
    expect(directionOf(`1. ${FSI}${FATHERS}${PDI}`)).toBe('rtl');
    expect(directionOf('12')).toBe('ltr');
  });

  test('F12 nothing that was typed reaches beyond its own end, whatever controls are in it', () => {
    const controls = Array.from({ length: 9 }, (_, i) =>
      String.fromCharCode(i < 5 ? 0x202a + i : 0x2061 + i),
    );
    const typed = fc
      .array(fc.constantFrom(...controls, 'a', '5', 'ا', ' ', '\n'), { maxLength: 30 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const kept = isolated(text, 'en');
        expect(kept).not.toMatch(/[\u202a-\u202e\u2066\u2067]/u);
        for (const line of kept.split('\n')) {
          expect(Math.min(0, ...depths(line))).toBe(0);
          expect(depths(line).at(-1) ?? 0).toBe(0);
        }
        expect(bare(kept)).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, ''));
        expect(cleanText(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(balanced(`a${PDI}${FSI}b`)).toBe('ab');
  });
});

describe('a sentence with an isolated name', () => {
  test('F12 that is broken into lines has the name isolated in each of them', () => {
    const lines = wrapText(`Among ${FSI}${FATHERS} و${MOTHERS}${PDI} 5 of 12 agreed`, 14, wide);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(depths(line).at(-1) ?? 0).toBe(0);
    expect(bare(lines.join(' '))).toBe(`Among ${FATHERS} و${MOTHERS} 5 of 12 agreed`);
    expect(closedLines([`a ${FSI}b`, `c${PDI} d`])).toEqual([`a ${FSI}b${PDI}`, `${FSI}c${PDI} d`]);
  });

  test('F15 that is cut keeps its numbers in their place', () => {
    const say = speaker({ label: '{group}, {people}' }, 'en-GB');
    const said = (group: string): string => say('label', { group, people: '12 people' });
    const [line = ''] = wrapLabel(`${FATHERS} و${MOTHERS} والأجداد`, 24, 1, wide, said);
    expect(line).toMatch(/^\u2068[^\u2068\u2069]+ …\u2069, 12 people$/u);
  });

  test('F15 goes into a saved picture as it is, and what is open in it is closed', () => {
    const footer = `${FSI}${FATHERS}${PDI}. Working figures.`;
    const sent = picture({ footer: `${footer}${FSI}\u202e`, subtitle: [footer] });
    const { picture: kept } = v.parse(pictureSchema, { format: 'png', picture: sent });
    expect(kept).toMatchObject({ footer, subtitle: [footer] });
  });

  test('F14 stays so when the team has changed the sentence', () => {
    const text = `${FSI}${FATHERS}${PDI}: 5 of 12 people agreed, at last.`;
    const from = `${FSI}${FATHERS}${PDI}: 5 of 12 people agreed.`;
    const document = { ...newReport(5, 'shown'), texts: { summary: { text: `${text}${PDI}\u202e`, from } } };
    expect(readReport(document)).toMatchObject({ texts: { summary: { text, from } } });
  });
});
