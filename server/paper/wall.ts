/** What hangs on the wall: the statements, and the headings under them. */
import { headingsOf } from '../../core/answers.ts';
import { groupsIn, seenBy } from '../../core/paper.ts';
import { keyOfAnswer, scaleKey, type Scale } from '../../core/scale.ts';
import { decodePicture, type Picture } from '../report/pictures.ts';
import type { PackSource, PaperStatement } from './source.ts';
import { answers, fitted, namesOf, paper, said } from './words.ts';

/** A sheet for each text of each statement. */
export async function statementSheets({ order, consultation, session, statements }: PackSource) {
  const groups = groupsIn(consultation, session);
  const pictures = new Map<string, Buffer>();
  const sheets = [];
  for (const statement of statements) {
    const picture = await pictureOf(statement);
    const file = picture === null ? null : `/pictures/${statement.number}.${picture.type}`;
    if (picture !== null && file !== null) pictures.set(file, picture.bytes);
    for (const { groups: seeing, wording } of seenBy(statement.wordings, groups, order.lang))
      sheets.push({
        number: String(statement.number),
        heading: paper('cards.statement', { n: statement.number }),
        text: fitted(wording.text, wording.lang),
        for: seeing.length === 0 ? null : said(paper('sheet.for', { groups: namesOf(seeing) })),
        picture: file === null || picture === null ? null : { file, ...altOf(statement), ...sizeOf(picture) },
      });
  }
  return { kind: 'statements' as const, sheets, pictures };
}

/** A picture that cannot be read is left out: the statement is what counts. */
async function pictureOf({ picture }: PaperStatement): Promise<Picture | null> {
  return picture === null ? null : decodePicture(picture.data).catch(() => null);
}

function altOf({ picture, number }: PaperStatement) {
  const alt = picture?.alt.trim() ?? '';
  return { alt: alt === '' ? paper('sheet.picture', { n: number }) : alt };
}

const sizeOf = ({ width, height }: Picture) => ({ ratio: width / height });

/** A set of headings for each scale that is used. */
export function headingSheets({ statements }: Pick<PackSource, 'statements'>) {
  const scales = new Map<string, { scale: Scale; numbers: number[] }>();
  for (const { scale, number } of statements) {
    const key = `${scaleKey(scale)} ${scale.declines.join('')}`;
    const known = scales.get(key);
    if (known === undefined) scales.set(key, { scale, numbers: [number] });
    else known.numbers.push(number);
  }
  const sheets = [...scales.values()].flatMap(({ scale, numbers }) => {
    const of = scales.size === 1 ? null : said(paper('headings.of', { numbers: numbers.join(', ') }));
    return optionsOf(scale).map(({ word, mark }) => ({
      word: fitted(word),
      mark,
      of,
    }));
  });
  return { kind: 'headings' as const, sheets };
}

/** The answers of a scale from disagree to agree, then the ways to decline, which have no mark. */
export function optionsOf(scale: Scale): { word: string; mark: string; declines: boolean; key: string }[] {
  return [
    ...headingsOf(answers, scale).map(({ word, mark, code }) => ({
      word,
      mark,
      declines: false,
      key: keyOfAnswer(code),
    })),
    ...scale.declines.map((one) => ({
      word: answers(`answer.${one}`),
      mark: '',
      declines: true,
      key: keyOfAnswer(one),
    })),
  ];
}
