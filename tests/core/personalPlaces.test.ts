/** Places that nobody has listed and that show by their form. */
import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../core/personal/findPersonal.ts';

const found = (text: string): string[] =>
  findPersonal(text, { names: [], places: [] }).map((s) => `${s.suggestion} ${text.slice(s.from, s.to)}`);

describe('M5 F14 places by their form', () => {
  test.each([
    ['We live at 12 Elm Street', ['12 Elm Street']],
    ['12 elm road, the red door', ['12 elm road']],
    ['flat 3, 44b acacia gardens', ['44b acacia gardens']],
    ['No 5 Green Lane', ['No 5 Green Lane']],
    ['when I was at Northgate House', ['Northgate House']],
    ['near St Mary’s School', ['St Mary’s School']],
    ['And Oakwood Primary School was kind', ['Oakwood Primary School']],
    ['moved from HMP Leeds to hmyoi wetherby', ['HMP Leeds', 'hmyoi wetherby']],
    ['in Great Ormond Street Hospital', ['Great Ormond Street Hospital']],
  ])('M5 %j has %j', (text, expected) => {
    expect(found(text)).toEqual(expected.map((place) => `[place] ${place}`));
  });

  test.each([
    'I was 7 and in the way',
    'a 20 minute drive from here',
    'they gave me 3 days to find a place',
    '2 people in the street',
    'The Family Centre and the Children’s Centre',
    'The School did nothing. My Primary School did.',
    'on the High Street',
    'Youth Contact Centre',
    'I waited 20 minutes by the road',
    'AT SCHOOL NOBODY LISTENS',
  ])('M5 %j has none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('M5 what nobody means as a place takes no time', () => {
    const begun = performance.now();
    for (const text of ['Ab '.repeat(200), '12 aaa '.repeat(80), 'hmp '.repeat(120), '1'.repeat(500)])
      found(text);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
