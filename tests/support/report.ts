/** A report as a charity would send it, made by hand: four statements, five groups, quotes, an appendix. */
import type { Block, ReportModel, Section } from '../../core/report/model.ts';
import { figureOf, GROUPS, sum, TOLD, whole, type Told } from './reportFigures.ts';

function statementSection(told: Told, i: number): Section {
  const rows = [
    { label: 'Everyone', counts: whole(told.counts) },
    ...GROUPS.map((label, g) => ({ label, counts: told.counts[g] ?? [] })),
  ];
  const blocks: Block[] = [
    { kind: 'statement', number: String(i + 1), for: told.for, text: told.text },
    figureOf(String(i + 1), told.text, rows, told.sentence),
    ...told.quotes.map((q): Block => ({ kind: 'quote', ...q })),
  ];
  if (told.note !== undefined) blocks.push({ kind: 'note', text: told.note });
  return { id: `statement-${i + 1}`, heading: HEADINGS[i] ?? '', level: 2, blocks };
}

const HEADINGS = ['Being listened to', 'Knowing who decides', 'Letters', 'Disagreeing safely'];

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The report; each call makes a new one. */
export function sampleReport(): ReportModel {
  return {
    format: 'standpoint-report',
    version: 1,
    language: 'en-GB',
    title: 'What do families and social workers expect of each other?',
    subtitle: 'A consultation with parents, carers, care leavers and the people who work with them',
    cover: [
      { name: 'Asked by', value: 'Northmoor Families Together, for Northmoor Council' },
      { name: 'Led by', value: 'The Parents’ Panel' },
      { name: 'Will be answered by', value: 'The Director of Children’s Services, by 30 September 2026' },
      { name: 'Took part', value: '54 people in six sessions' },
      { name: 'Date', value: '12 June 2026' },
      { name: 'Release', value: '2' },
    ],
    date: '2026-06-12',
    audience: 'release',
    number: 2,
    sample: true,
    mark: 'SAMPLE: NOT A REAL CONSULTATION',
    words: {
      foot: 'What do families and social workers expect of each other?',
      page: 'Page',
      contents: 'Contents',
      figure: 'Figure',
      table: 'Table',
      release: 'Release',
      unprintable:
        'Some letters in this document are not in any font on the computer that made it and are shown as �. The web page and the Word file have them.',
    },
    sections: [
      {
        id: 'summary',
        heading: 'Summary',
        level: 1,
        blocks: [
          paragraph(
            'Fifty-four people told us what they expect. Families and the workforce agree on more than either thought: both find the letters hard to read, and both want to be heard.',
          ),
          {
            kind: 'list',
            items: [
              '43 of 54 people expect a social worker to listen. Care leavers are split.',
              '28 of 54 people do not know who decides about a family, and when.',
              '35 of 54 people find the letters hard to understand.',
              '23 of 54 people say it is not safe to disagree; 18 of 54 say it is.',
            ],
          },
          {
            kind: 'note',
            text: 'These are the answers of the people who came. They are not a sample of all families, and a figure here does not tell what others would say.',
          },
        ],
      },
      {
        id: 'changeable',
        heading: 'What participants could and could not change',
        level: 1,
        blocks: [
          paragraph(
            'The way letters are written and the agenda of family meetings are open. The law on when a child may be removed is not. Participants were told this before they were asked to take part.',
          ),
        ],
      },
      {
        id: 'methods',
        heading: 'How we asked',
        level: 1,
        blocks: [
          {
            kind: 'facts',
            items: [
              { name: 'Sessions', value: 'Six, from 3 March to 19 May 2026' },
              { name: 'Ways to answer', value: 'Own phone 31, shared tablet 14, paper 9' },
              { name: 'Answers', value: 'Five, from strongly disagree to strongly agree; rather not say' },
              { name: 'Least group shown', value: '10 people' },
            ],
          },
          {
            kind: 'table',
            caption: 'Who took part',
            head: ['Group', 'Sessions', 'People', 'Women', 'Men'],
            rows: [
              ['Parents', '2', '12', '10', '2'],
              ['Kinship carers and grandparents', '1', '10', '8', '2'],
              ['Care leavers', '1', '11', '6', '5'],
              ['Social workers', '1', '10', '7', '3'],
              ['Family support workers', '1', '11', '10', '1'],
            ],
            numeric: [1, 2, 3, 4],
          },
          { kind: 'note', text: 'Groups 2 and 3 of the parents were merged, since one had four people.' },
        ],
      },
      {
        id: 'not-heard',
        heading: 'Who we did not hear',
        level: 2,
        blocks: [
          paragraph('Eleven fathers were invited and one came. Nobody came from the mother and baby unit.'),
        ],
      },
      {
        id: 'statements',
        heading: 'Statement by statement',
        level: 1,
        newPage: true,
        blocks: [
          paragraph(
            'Each bar is one group. To the left of the line are those who disagree, to the right those who agree; whoever neither agreed nor disagreed lies astride it. The numbers are people.',
          ),
        ],
      },
      ...TOLD.map(statementSection),
      {
        id: 'shared',
        heading: 'What groups share and where they differ',
        level: 1,
        blocks: [
          {
            kind: 'table',
            caption: 'The four statements side by side',
            head: ['Statement', 'Everyone', 'What stands out'],
            rows: TOLD.map((t) => {
              const all = whole(t.counts);
              return [t.text, `${(all[3] ?? 0) + (all[4] ?? 0)} of ${sum(all)} agree`, t.sentence];
            }),
            numeric: [],
          },
        ],
      },
      {
        id: 'appendix',
        heading: 'Appendix: every group',
        level: 1,
        newPage: true,
        blocks: TOLD.flatMap((t, i) =>
          GROUPS.slice(0, 2).map((label, g): Block =>
            figureOf(
              `A${2 * i + g + 1}`,
              t.text,
              [{ label, counts: t.counts[g] ?? [] }],
              `${label}: ${(t.counts[g]?.[3] ?? 0) + (t.counts[g]?.[4] ?? 0)} of ${sum(t.counts[g] ?? [])} agree.`,
            ),
          ),
        ),
      },
    ],
  };
}
