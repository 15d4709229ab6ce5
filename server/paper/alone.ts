/** Cards to be posted in a box: would rather talk alone, and wants to be told alone. Two on a sheet, cut apart. */
import type { PackSource } from './source.ts';
import { BLANK, dayInWords, paper, said } from './words.ts';
import { aloneUntil, type AloneKind } from '../../core/alone.ts';
import { peopleOf } from '../../core/paper.ts';

/** One question with boxes; `rows`: to write on, in the place of them. */
interface Asked {
  text: string;
  boxes: string[];
  rows: number;
}

const asked = (text: string, boxes: string[], rows = 0): Asked => ({ text, boxes, rows });

/** Both cards, as often as there are people. They are apart, so that nothing shows that two come from one person. */
export function aloneCards(source: PackSource) {
  const { order, consultation } = source;
  const lead = source.lead === '' ? BLANK : source.lead;
  const safe = [paper('alone.yes'), paper('alone.no'), paper('alone.unsure')];
  const talkTo = consultation.words.talkTo ?? '';
  return {
    kind: 'alone' as const,
    heading: paper('part.alone'),
    n: peopleOf(order),
    cards: [
      {
        heading: paper('alone.talk'),
        about: [paper('alone.talk.text', { lead }), paper('alone.apart'), untilOf(source, 'talk')],
        asked: [
          asked(paper('alone.find', { lead }), [], 1),
          asked(paper('alone.when'), [], 1),
          asked(paper('alone.aloud'), safe),
          asked(paper('alone.write'), safe),
          asked('', [paper('alone.want', { lead })]),
        ],
        foot: [paper('alone.box'), ...(talkTo === '' ? [] : [paper('alone.instead', { who: talkTo })])],
      },
      {
        heading: paper('alone.told'),
        about: [paper('alone.told.text'), paper('alone.apart'), untilOf(source, 'told')],
        asked: [
          asked(paper('alone.safe'), safe),
          asked(paper('alone.safe.yes', { lead }), [paper('alone.speak'), paper('alone.writing')], 2),
        ],
        foot: [paper('alone.safe.no'), paper('alone.box')],
      },
    ].map(({ heading, about, asked: questions, foot }) => ({
      heading,
      about: about.map((line) => said(line)),
      asked: questions.map(({ text, boxes, rows }) => ({
        text: text === '' ? null : said(text),
        boxes: boxes.map((box) => said(box)),
        rows,
      })),
      foot: foot.map((line) => said(line)),
    })),
  };
}

/** Until when it is kept: a day where the session has told one, else that somebody says so. */
function untilOf({ session, consultation, today }: PackSource, kind: AloneKind): string {
  if (session === null || session.state === 'draft') return paper('alone.untilAsk');
  const { date, withdrawUntil = null, keepUntil = null } = session;
  const days = { date, withdrawUntil, keepUntil, answerDue: consultation.answerDue };
  return paper('alone.until', { date: dayInWords(aloneUntil(kind, days, today)) });
}
