/** What a report tells of recommendations and of what became of them. */
import { describe, expect, test } from '@jest/globals';
import { askedReport, toldOut } from '../../../core/report/asked.ts';
import { buildReport } from '../../../core/report/build.ts';
import { withoutIdeas } from '../../../core/report/withoutTexts.ts';
import type { FollowChapter } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import { isFrom, type ToldOut } from '../../../core/recommendations/told.ts';
import { toldLists } from '../../../core/recommendations/toldLists.ts';
import { toldSections } from '../../../core/recommendations/toldWords.ts';
import type { Recommendation } from '../../../core/recommendations/types.ts';
import { NEW_POINT, NEW_THEME, type Point } from '../../../core/talk/types.ts';
import { recommendation } from '../../support/recommendations.ts';
import { linesOf, sampleInput } from './made.ts';

const { consultation, sessions } = await sampleInput();
const [one = '', two = ''] = sessions.map(({ id }) => id);
const statement = consultation.statements[0];
const said = (id: string, session: string): Point => ({
  ...NEW_POINT,
  id,
  session,
  source: 'discussion',
  place: 0,
  text: `Said ${id}`,
  themes: ['calls'],
});
const people = (session: string, n: number) => ({
  session,
  statement: statement?.id ?? '',
  round: 1 as const,
  membership: '',
  n,
});

const LIST = [
  recommendation('ring', {
    text: 'Ring back\nwithin two days',
    points: 'A text counts\nNobody waits over a weekend',
    order: 2,
    evidence: ['theme.calls', `statement.${statement?.id}`],
    to: 'The council',
    owner: 'Sam Owner-Private',
    askedOn: '2026-01-12',
    answer: 'part',
    answerWords: 'In five days.',
    why: 'There are too few of us.',
    answeredOn: '2026-02-01',
    done: 'A second line was put in.',
    promises: ['2026-02-01>2026-02-15', '2026-02-20>2026-06-30'],
    toldOn: '2026-03-01',
    toldHow: 'By letter',
    wordYes: 9,
    wordPartly: 3,
    wordOn: '2026-02-20',
  }),
  recommendation('idea', {
    text: 'A wall',
    order: 1,
    evidence: [`point.${one}.idea`],
    to: 'The trust',
    askedOn: '2026-01-13',
  }),
  recommendation('team', { text: 'Not for others', told: false, order: 3, to: 'The mayor' }),
  recommendation('keep', { text: 'The family mornings', kind: 'keep' }),
];

function source(list: Recommendation[] = LIST, out: ToldOut[] = []) {
  return {
    consultation,
    list,
    out,
    sessions,
    eligible: [people(one, 12), people(two, 3)],
    talk: {
      themes: [{ ...NEW_THEME, id: 'calls', name: 'Being rung back' }],
      points: [said('a', one), said('b', two), { ...said('idea', one), themes: [] }],
      codings: [],
      sources: [],
      passages: [],
    },
    postits: [],
    releases: [],
    floor: 10,
  };
}
async function report(
  audience: 'release' | 'team',
  list: Recommendation[] = LIST,
  out: ToldOut[] = [],
): Promise<ReportModel> {
  return buildReport(await sampleInput({ audience, asked: askedReport(source(list, out), audience) }));
}
const ids = ({ sections }: ReportModel): string[] =>
  sections.map(({ id }) => id).filter((id) => /recommendation|followUp/u.test(id));

describe('recommendations', () => {
  test('RA1 two lists in the team’s order, each with its points, to whom, and what it rests on; a lone idea says so', async () => {
    const model = await report('release');
    expect(ids(model).slice(0, 6)).toEqual([
      'recommendations',
      'recommendations-change',
      'recommendation-1',
      'recommendation-2',
      'recommendations-keep',
      'recommendation-3',
    ]);
    expect(linesOf(model, 'recommendation-1')).toEqual([
      'A wall',
      'Asked of: The trust',
      'What it rests on: Raised by one person in the sessions.',
    ]);
    expect(linesOf(model, 'recommendation-2').slice(0, 4)).toEqual([
      'Ring back\nwithin two days',
      'A text counts',
      'Nobody waits over a weekend',
      'Asked of: The council',
    ]);
    expect(linesOf(model, 'recommendation-3')).toEqual(['The family mornings']);
  });

  test('RA1 what it rests on is said in the words of the page for participants, letter for letter', async () => {
    const page = toldLists({ ...source(), list: LIST.filter(({ told }) => told) });
    const blocks = toldSections(
      { title: '', sample: false, date: '', floor: 10, change: page.change, keep: page.keep },
      new Map(),
    ).flatMap((section) => section.blocks);
    const from = blocks.map((block) => block.from).filter((words) => words !== '');
    expect(from).toHaveLength(2);
    const text = JSON.stringify(await report('release'));
    for (const words of from) expect(text).toContain(JSON.stringify(words).slice(1, -1));
    expect(text).not.toContain('Owner-Private');
    // A statement's own full stop does not end the sentence that quotes it.
    expect(text).not.toContain('.”.');
  });

  test('RA1 to the team a session counts also where neither a board nor a head-count tells how many it had', () => {
    const [first] = sessions;
    const more = [...sessions, { ...first, id: 'quiet', attendance: [] }];
    const list = [recommendation('ring', { text: 'Ring back', evidence: ['theme.calls'] })];
    const { talk, ...rest } = source(list);
    const points = [...talk.points, said('q', 'quiet')];
    const told = { ...rest, sessions: more, talk: { ...talk, points } };
    const raised = (audience: 'release' | 'team') => askedReport(told, audience)?.change[0]?.raised;
    expect(raised('team')).toEqual({ n: 3, of: more.length, smaller: false });
    expect(raised('release')).toMatchObject({ smaller: true });
  });

  test('RA1 what was ticked as not to be told is in no release, and marked in the team’s report', async () => {
    expect(JSON.stringify(await report('release'))).not.toMatch(/Not for others|The mayor/u);
    expect(linesOf(await report('team'), 'recommendation-3')).toEqual([
      'Not for others',
      'For the team: this one is not told outside, and is in no release.',
      'To be asked: The mayor',
    ]);
    // Where nothing may be told, neither chapter is there.
    expect(ids(await report('release', LIST.slice(2, 3)))).toEqual([]);
    expect(ids(await report('release', []))).toEqual([]);
  });
});

describe('what became of them', () => {
  test('RA2 each that was asked, with answer, why, what was done, first and present promise, and when people were told', async () => {
    const model = await report('release');
    expect(ids(model).slice(6)).toEqual(['followUp', 'recommendation-1-after', 'recommendation-2-after']);
    expect(linesOf(model, 'followUp')[1]).toBe('Nobody has been asked yet for recommendation 3.');
    expect(model.sections.find(({ id }) => id === 'recommendation-1-after')?.heading).toBe(
      'Recommendation 1: No answer yet',
    );
    expect(linesOf(model, 'recommendation-1-after')).toEqual([
      'A wall',
      'Asked of: The trust',
      'Answer: No answer yet. Asked on 13 January 2026.\nWhen an answer was promised: three months after the last session',
    ]);
    expect(linesOf(model, 'recommendation-2-after')).toEqual([
      'Ring back\nwithin two days',
      'Asked of: The council',
      'Answer: In part. In five days.\nAsked on 12 January 2026. Answered on 1 February 2026.',
      'Why not all of it: There are too few of us.',
      'What was done: A second line was put in.',
      'By when: First promised by 15 February 2026. Now promised by 30 June 2026.\nThat day has passed. It is not marked as done.',
      'Did it happen?: Participants, asked on 20 February 2026: 9 said yes and 3 said partly.',
      'Participants were told: On 1 March 2026.\nBy letter',
    ]);
  });

  test('RA2 nothing was asked: there is no chapter on what became of it', async () => {
    expect(ids(await report('release', LIST.slice(3)))).toEqual([
      'recommendations',
      'recommendations-keep',
      'recommendation-1',
    ]);
  });

  test('RA3 participants’ word is over the floor, and what went out stands until as many more have said something', async () => {
    const out = {
      recommendation: 'ring',
      counts: { on: '2026-02-20', yes: 9, partly: 1, no: 0, unknown: 0 },
    };
    const word = async (audience: 'release' | 'team', before: ToldOut[], yes = 9) =>
      linesOf(
        await report(audience, [{ ...(LIST[0] as Recommendation), wordYes: yes }], before),
        'recommendation-1-after',
      ).find((line) => line.startsWith('Did it happen?'));
    expect(await word('release', [out])).toContain('9 said yes and 1 said partly');
    expect(await word('release', [out], 18)).toContain('18 said yes and 3 said partly');
    expect(await word('release', [], 4)).toContain('Fewer than 10 participants were asked');
    // The team sees everything, however few.
    expect(await word('team', [out], 4)).toContain('4 said yes and 3 said partly');
  });

  test('RA3 counts that are printed are noted as gone out, and no others', () => {
    const links = ['theme.calls', `statement.${statement?.id}`].toSorted();
    const known = toldOut(askedReport(source(), 'release'), {});
    const from = [
      {
        recommendation: 'ring',
        counts: { raised: { n: 1, of: 3, smaller: true }, lone: false, voices: 2, links },
      },
      { recommendation: 'idea', counts: { raised: null, lone: true, voices: 1, links: [] } },
    ];
    // What is behind them in each session is told nowhere.
    const shown = (list: readonly ToldOut[]) =>
      list.map((item) => {
        const { held: _held, ...told } = isFrom(item.counts)
          ? item.counts
          : { ...item.counts, held: undefined };
        return { ...item, counts: told };
      });
    expect(shown(known)).toEqual([
      { recommendation: 'ring', counts: { on: '2026-02-20', yes: 9, partly: 3, no: 0, unknown: 0 } },
      { recommendation: 'ring', counts: { promises: LIST[0]?.promises } },
      ...from,
    ]);
    const never = { ...(LIST[0] as Recommendation), askedOn: '', answer: '' as const };
    expect(shown(toldOut(askedReport(source([never]), 'release'), {}))).toEqual([from[0]]);
    expect(toldOut(null, {})).toEqual([]);
  });

  test('RA6 a chapter that is taken out is not there, and of its counts none went out', async () => {
    const asked = askedReport(source(), 'release');
    const off = (chapter: FollowChapter) => ({
      follow: { recommendations: true, followUp: true, heard: true, [chapter]: false },
    });
    const without = async (chapter: FollowChapter) => {
      const input = await sampleInput({ asked });
      return buildReport({ ...input, document: { ...input.document, ...off(chapter) } });
    };
    expect(ids(await without('recommendations'))).toEqual([
      'followUp',
      'recommendation-1-after',
      'recommendation-2-after',
    ]);
    // A number that stands nowhere is not told of.
    expect(linesOf(await without('recommendations'), 'followUp')).toHaveLength(1);
    expect(ids(await without('followUp'))).toHaveLength(6);
    expect(toldOut(asked, off('followUp')).filter(({ counts }) => !isFrom(counts))).toEqual([]);
    expect(toldOut(asked, off('recommendations')).filter(({ counts }) => isFrom(counts))).toEqual([]);
  });

  test('RA3 an idea that is the whole of what somebody said goes from a kept release, however short', async () => {
    const model = withoutIdeas(
      await report('release'),
      ['A wall', 'A text counts', 'Summary'],
      '[taken out]',
    );
    expect(linesOf(model, 'recommendation-1')[0]).toBe('[taken out]');
    expect(linesOf(model, 'recommendation-1-after')[0]).toBe('[taken out]');
    expect(linesOf(model, 'recommendation-2')[1]).toBe('[taken out]');
    expect(model.sections[0]?.heading).toBe('Summary');
  });
});
