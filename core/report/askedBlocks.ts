/** The chapters on what is recommended, and on what was answered and done. */
import { sayTold, fromWords, linesOf } from '../recommendations/toldWords.ts';
import { stateOf } from '../recommendations/told.ts';
import { KINDS } from '../recommendations/types.ts';
import { wasAsked, type AskedItem } from './asked.ts';
import { prints } from './document.ts';
import type { ReportInput } from './input.ts';
import type { Block, Section } from './model.ts';
import type { Speech } from './words.ts';

type Facts = Extract<Block, { kind: 'facts' }>;

/** Two lists, what should change and what should stay, each in the team's order. */
export function recommendationSections(speech: Speech, { asked, document }: ReportInput): Section[] {
  if (asked === null || !prints(document, 'recommendations')) return [];
  const { say } = speech;
  const lists = KINDS.filter((kind) => asked[kind].length > 0);
  return [
    {
      id: 'recommendations',
      heading: say('head.recommendations'),
      level: 1,
      blocks: [
        { kind: 'paragraph', text: say('asked.intro', { n: asked.change.length + asked.keep.length }) },
      ],
      newPage: true,
    },
    ...lists.flatMap((kind): Section[] => [
      { id: `recommendations-${kind}`, heading: sayTold(`list.${kind}`), level: 2, blocks: [] },
      ...asked[kind].map((item): Section => ({
        id: `recommendation-${item.number}`,
        heading: say('asked.number', { n: item.number }),
        level: 3,
        blocks: [
          ...textOf(speech, item),
          ...(item.points.length > 0 ? [{ kind: 'list', items: item.points } as const] : []),
          ...facts([
            { name: sayTold(wasAsked(item) ? 'to' : 'to.not'), value: item.to },
            { name: say('asked.rests'), value: fromWords(item, asked.floor) },
          ]),
        ],
      })),
    ]),
  ];
}

/** What became of each that somebody was asked for; that there is no answer yet is an answer too. */
export function followUpSections(speech: Speech, { asked, document, date }: ReportInput): Section[] {
  const all = asked === null ? [] : [...asked.change, ...asked.keep];
  const items = all.filter(wasAsked);
  if (asked === null || items.length === 0 || !prints(document, 'followUp')) return [];
  const { say, list } = speech;
  // Numbers that stand nowhere would name nothing.
  const named = prints(document, 'recommendations') ? all : [];
  const waiting = named.filter((item) => !wasAsked(item)).map(({ number }) => String(number));
  return [
    {
      id: 'followUp',
      heading: say('head.followUp'),
      level: 1,
      blocks: [
        { kind: 'paragraph', text: say('asked.became') },
        ...(waiting.length === 0
          ? []
          : [{ kind: 'note', text: say('asked.not', { n: waiting.length, list: list(waiting) }) } as const]),
      ],
      newPage: true,
    },
    ...items.map((item): Section => ({
      id: `recommendation-${item.number}-after`,
      heading: say('asked.state', { n: item.number, state: sayTold(`state.${stateOf(item)}`) }),
      level: 2,
      blocks: [
        ...textOf(speech, item),
        ...facts([
          // As on the page for participants; a line end is a line end in print.
          ...linesOf(item, asked.floor, date).map(({ name, texts }) => ({ name, value: texts.join('\n') })),
          { name: say('asked.told'), value: toldWords(speech, item) },
        ]),
      ],
    })),
  ];
}

function textOf({ say }: Speech, { text, hidden }: AskedItem): Block[] {
  const own: Block = { kind: 'paragraph', text };
  return hidden ? [own, { kind: 'note', text: say('asked.hidden') }] : [own];
}

function toldWords({ say, date }: Speech, { toldOn, toldHow }: AskedItem): string {
  if (toldOn === '') return toldHow;
  return [say('asked.told.on', { date: date(toldOn) }), toldHow].filter((text) => text !== '').join('\n');
}

function facts(items: Facts['items']): Facts[] {
  const there = items.filter(({ value }) => value !== '');
  return there.length === 0 ? [] : [{ kind: 'facts', items: there }];
}
