/** What stands at a place of the report's document, in the words of the page. */
import type { ReportPage } from '../../../../core/api.ts';
import type {
  Chapter,
  Edited,
  ReportDocument,
  ReportPicture,
  Unit,
} from '../../../../core/report/document.ts';
import { sayList } from '../../words.ts';
import { oneOf, placeOf } from '../parts/paths.ts';
import { say } from '../say.ts';

type Seen = Pick<ReportPage, 'statements' | 'sessions' | 'groups'>;

const ALONE = [
  'title',
  'subtitle',
  'language',
  'sessions',
  'parts',
  'floor',
  'quoteFloor',
  'neutral',
  'order',
  'showDates',
  'showPlaces',
  'notHeard',
  'saturation',
  'checklists',
  'follow',
  'caseStudies',
] as const;
const TEXTS = ['summary', 'changeable', 'methods', 'shared', 'differ', 'limits', 'reading'] as const;
const SHOWS = ['agreement', 'consensus', 'intervals', 'tests'] as const;

/**
 * A plain name for a place in the document.
 *
 * @param at names of fields, and ids or places of list entries, with dots between: `chapters.0.text`
 */
export function reportField(at: string, doc: ReportDocument, page: Pick<Seen, 'statements'>): string {
  const [first, ...rest] = at.split('.');
  if (first === 'statements') return statementField(rest, page);
  if (first === 'chapters') return chapterField(rest, doc);
  if (first === 'units') return unitField(rest, doc);
  if (first === 'texts') {
    const text = oneOf(TEXTS, rest[0]);
    return text === undefined ? say('name.texts') : say(`name.texts.${text}`);
  }
  if (first === 'answers') return say('name.answers');
  if (first === 'points') return say(rest[1] === 'published' ? 'name.points.published' : 'name.points');
  if (first === 'show') {
    const show = oneOf(SHOWS, rest[0]);
    return show === undefined ? say('name.show') : say('name.show.one', { name: say(`rep.show.${show}`) });
  }
  if (first === 'lists') {
    const list = oneOf(['names', 'places'], rest[0]);
    return list === undefined ? say('name.lists') : say(`name.lists.${list}`);
  }
  return say(`name.${oneOf(ALONE, first) ?? 'report'}`);
}

function statementField([id, field]: string[], page: Pick<Seen, 'statements'>): string {
  if (id === undefined) return say('name.statements');
  const n = page.statements.find((s) => s.id === id)?.number;
  if (n === undefined) return say('name.statement.gone');
  const part = oneOf(['sentence', 'text'], field);
  return part === undefined ? say('name.statement', { n }) : say(`name.statement.${part}`, { n });
}

function chapterField([name, field, picture, inside]: string[], doc: ReportDocument): string {
  if (name === undefined) return say('name.chapters');
  const at = placeOf(doc.chapters, name);
  const chapter = doc.chapters[at];
  if (chapter === undefined) return say('name.chapter.gone');
  const n = at + 1;
  if (field === 'pictures' && picture !== undefined) {
    const m = placeOf(chapter.pictures, picture) + 1;
    if (m < 1) return say('name.picture.gone', { n });
    const part = oneOf(['alt', 'credit', 'consent'], inside);
    return part === undefined ? say('name.picture', { n, m }) : say(`name.picture.${part}`, { n, m });
  }
  const part = oneOf(['title', 'text', 'place', 'pictures'], field);
  return part === undefined ? say('name.chapter', { n }) : say(`name.chapter.${part}`, { n });
}

function unitField([id, field]: string[], doc: ReportDocument): string {
  if (id === undefined) return say('name.units');
  const name = doc.units[placeOf(doc.units, id)]?.name ?? '';
  const part = oneOf(['name', 'groups', 'sessions'], field);
  return part === undefined ? say('name.unit', { name }) : say(`name.unit.${part}`, { name });
}

/** What was written or chosen at a place, in words; undefined: it is not there. */
export function reportValue(at: string, value: unknown, page: Seen): string {
  const path = at.split('.');
  const [first, , third] = path;
  if (first === 'texts' || third === 'sentence')
    return value === undefined ? say('told.made') : written((value as Edited).text);
  if (value === undefined) return say(first === 'statements' ? 'told.empty' : 'told.removed');
  if (typeof value === 'boolean') return say(value ? 'told.yes' : 'told.no');
  if (typeof value === 'number') return say('rules.floor.n', { n: value });
  if (Array.isArray(value))
    return named(value as string[], path.at(-1) === 'groups' ? page.groups : page.sessions);
  if (typeof value === 'string') return chosen(path, value);
  const entry = value as Partial<Chapter & Unit & ReportPicture>;
  return written([entry.name, entry.title, entry.text, entry.alt].filter(Boolean).join('\n\n'));
}

function written(text: string): string {
  return text.trim() === '' ? say('told.empty') : text;
}

/** A choice by its name on the page; any other text as it was typed. */
function chosen([first, , third]: readonly string[], value: string): string {
  const place = oneOf(['before', 'after', 'end'], value);
  const parts = oneOf(['groups', 'units', 'sessions', 'none'], value);
  const neutral = oneOf(['split', 'apart', 'plain'], value);
  const order = oneOf(['board', 'net'], value);
  if (third === 'place' && place !== undefined) return say(`rep.chapter.place.${place}`);
  if (first === 'parts' && parts !== undefined) return say(`rep.parts.${parts}`);
  if (first === 'neutral' && neutral !== undefined) return say(`rep.neutral.${neutral}`);
  if (first === 'order' && order !== undefined) return say(`rep.order.${order}`);
  return written(value);
}

/** Sessions or groups by their names; none means all. */
function named(
  ids: readonly string[],
  known: readonly { id: string; name?: string; label?: string }[],
): string {
  if (ids.length === 0) return say('told.all');
  return sayList(
    ids.map((id) => {
      const one = known.find((k) => k.id === id);
      return one?.name ?? one?.label ?? id;
    }),
  );
}
