/** The tables of points and themes as queries see them, and how a row of them reads. */
import {
  sourceOf,
  type Point,
  type PointFields,
  type Theme,
  type ThemeFields,
} from '../../../core/talk/types.ts';

interface Document {
  id: string;
  document: string;
}
interface Id {
  consultation: string;
  id: string;
}

export interface TalkTables {
  theme: Document & { consultation: string };
  point: Document & { session: number };
  point_postit: { session: number; id: string; board: number; tag: string };
  coding: { session: number; board: number; tag: string; themes: string };
  point_second: { session: number; id: string; themes: string };
  coding_second: { session: number; board: number; tag: string; themes: string };
  talk_live: { session: number; id: string; place: number; person: number; postit: string };
  talk_live_coding: { session: number; postit: string; themes: string };
  source: Document & { consultation: string };
  passage: Document & { consultation: string; source: string };
  question: Document & { consultation: string };
  talk_gone: Id;
  talk_done: Id;
}

type KeptFields = Omit<PointFields, 'postit' | 'person'>;

/** Always in one order of its fields, so that nothing shows how it came to be what it is. */
export function pointDocument(id: string, point: PointFields): string {
  const { text, kind, mayQuote, group, gender, ageBand, stance, outcome, themes, statement, hands } = point;
  const kept: KeptFields & Pick<Point, 'source'> = {
    source: sourceOf(id),
    text,
    kind,
    mayQuote,
    group,
    gender,
    ageBand,
    stance,
    outcome,
    // As they were put on would tell in which order.
    themes: themes.toSorted(),
    statement,
    hands,
  };
  return JSON.stringify(kept);
}

export function themeDocument({ name, description, colour, parent, order, into }: ThemeFields): string {
  return JSON.stringify({ name, description, colour, parent, order, into } satisfies ThemeFields);
}

export function readTheme({ id, document }: Document): Theme {
  return { id, ...(JSON.parse(document) as ThemeFields) };
}

/** @param rest what is not in its document */
export function readPoint(
  { id, document }: Document,
  rest: Pick<Point, 'session' | 'place' | 'person' | 'postit'>,
): Point {
  return { id, ...(JSON.parse(document) as KeptFields & Pick<Point, 'source'>), ...rest };
}
