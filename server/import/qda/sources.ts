/** One text of a project with what is marked in it. */
import { isUtf8 } from 'node:buffer';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { lengthOf, withLf } from '../../../core/qda/text.ts';
import type { QdaCoding, QdaSelection, QdaSource } from '../../../core/qda/types.ts';
import { dayOf, idOf, placeOf, QdaFault, refOf } from './ids.ts';
import type { Told } from './told.ts';
import { child, children, type Element } from './xml.ts';

/** Gives a file of the folder of texts; null: there is none of this name. */
export type TextFiles = (name: string) => Promise<Uint8Array | Refusal | null>;

interface Around {
  /** Names by the ids of users. */
  users: ReadonlyMap<string, string>;
  codes: ReadonlySet<string>;
  texts: TextFiles;
  /** What is left out is added to it. */
  told: Told[];
}

const INTERNAL = 'internal://';

/** Null: its text is not in the file, which was told. */
export async function readTextSource(
  element: Element,
  around: Around,
): Promise<Omit<QdaSource, 'attributes'> | null> {
  const { told } = around;
  const id = idOf(element);
  const name = element.attributes['name'] ?? '';
  const raw = await textOf(element, around);
  if (raw === null) {
    told.push({ code: 'left.outside', slots: { name } });
    return null;
  }
  const lines = withLf(raw);
  if (raw !== lines.text) told.push({ code: 'told.lines', slots: { name } });
  const length = lengthOf(raw);
  const wholeCodings = children(element, 'Coding').length;
  if (wholeCodings > 0) told.push({ code: 'left.whole', slots: { n: wholeCodings, name } });
  const day = dayOf(element);
  let empty = 0;
  const selections = children(element, 'PlainTextSelection').flatMap((one): QdaSelection[] => {
    const own = selectionIn(one, around, day);
    if (own.from > own.to || own.to > length)
      throw new QdaFault(
        `PlainTextSelection ${own.id}`,
        `places that lie in its text, which has ${length} code points, and not ${own.from} to ${own.to}`,
      );
    const [from, to] = [lines.at(own.from), lines.at(own.to)];
    if (from === to) empty += 1;
    return from === to ? [] : [{ ...own, from, to }];
  });
  if (empty > 0) told.push({ code: 'left.empty', slots: { n: empty, name } });
  return {
    id,
    name,
    description: child(element, 'Description')?.text ?? '',
    day,
    text: lines.text,
    selections,
  };
}

async function textOf(element: Element, { texts }: Around): Promise<string | null> {
  const content = child(element, 'PlainTextContent');
  if (content !== undefined) return content.text;
  const path = element.attributes['plainTextPath'] ?? '';
  if (!path.startsWith(INTERNAL)) return null;
  const name = path.slice(INTERNAL.length);
  const bytes = await texts(name);
  if (bytes === null)
    throw new QdaFault(`plainTextPath of TextSource`, `a text that is in the file, not ${name}`);
  if (isRefusal(bytes)) throw new QdaFault(`sources/${name}`, 'a text that is whole');
  if (!isUtf8(bytes)) throw new QdaFault(`sources/${name}`, 'text in UTF-8');
  // The mark of the encoding is no letter of the text.
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/u, '');
}

function selectionIn(one: Element, { users, codes }: Around, day: string): QdaSelection {
  const coderOf = (element: Element): string =>
    users.get((element.attributes['creatingUser'] ?? '').toLowerCase()) ?? '';
  const codings = children(one, 'Coding').flatMap((coding): QdaCoding[] => {
    const ref = child(coding, 'CodeRef');
    if (ref === undefined) return [];
    const code = refOf(ref);
    if (!codes.has(code)) throw new QdaFault(`CodeRef ${code}`, 'a code of the codebook in the file');
    return [{ code, coder: coderOf(coding) }];
  });
  return {
    id: idOf(one),
    from: placeOf(one, 'startPosition'),
    to: placeOf(one, 'endPosition'),
    description: child(one, 'Description')?.text ?? '',
    day: dayOf(one) || day,
    coder: coderOf(one),
    codings,
  };
}
