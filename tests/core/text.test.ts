import { expect, test } from '@jest/globals';
import { capMarks, cappedTexts, cleanLine, cleanText, codePoints, utf8Bytes } from '../../core/text.ts';

test('P5 scripts, emoji families and joiners stay as they were written', () => {
  for (const text of ['مرحبا بالعالم', 'শুভ সকাল', 'สวัสดีตอนเช้า', '👨‍👩‍👧‍👦 ok', 'ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ', 'می‌خواهم'])
    expect(cleanText(text)).toBe(text.normalize('NFC'));
});

test('P5 bidi overrides, isolates and noncharacters are taken out', () => {
  expect(cleanText('a\u202Eb\u2066c\u2069\uFFFEd\uD800e')).toBe('abcde');
});

test('P5 control characters are told, not corrected; line ends become LF', () => {
  for (const bad of ['\u0000', '\u0007', '\u001b[31m', '\u0085', '\u009f'])
    expect(cleanText(`a${bad}b`)).toBeNull();
  expect(cleanText(' a\r\nb\rc\u2028d\te ')).toBe('a\nb\nc\nd e');
  expect(cleanLine('a\n  b')).toBe('a b');
});

test('P5 lengths are counted in code points and in bytes of UTF-8', () => {
  expect([codePoints('aä👪'), utf8Bytes('aä👪')]).toEqual([3, Buffer.byteLength('aä👪')]);
});

test('P7 stacked marks are capped for display, and words of every script stay whole', () => {
  expect(capMarks(`a${'\u0301'.repeat(50)}b`)).toBe('a\u0301\u0301\u0301b');
  expect(capMarks(`x${'\u0e47'.repeat(50)}y`)).toBe(`x${'\u0e47'.repeat(6)}y`);
  for (const word of ['ที่นี่', 'လျှို့ဝှက်', 'ကြွေး', 'مُحَمَّدٌ', 'שָׁ֑לֹום', 'Việt', 'ক্ষ্ম্য', 'क्ष्म्यः', '1️⃣'])
    expect(capMarks(word)).toBe(word);
});

test('P7 marks are capped in every text of a value, whatever else is in it', () => {
  const marks = 'e' + '\u0301'.repeat(9);
  const value = { a: marks, b: [marks, 1, null, true], c: { d: marks } };
  const e = 'e\u0301\u0301\u0301';
  expect(cappedTexts(value)).toEqual({ a: e, b: [e, 1, null, true], c: { d: e } });
});
