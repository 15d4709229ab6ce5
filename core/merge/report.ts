/** What the report's document is made of, for merging what two windows did to it. */
import type {
  Chapter,
  Edited,
  ItemAnswer,
  PointReview,
  ReportDocument,
  ReportPicture,
  Unit,
} from '../report/document.ts';
import { mergerOf } from './merge.ts';
import { entries, fields, list, typed, whole, whereThereIs, type Shape } from './shape.ts';

const idOf = ({ id }: { id: string }): string => id;
const words = list((word: string) => word, whole<string>());

/** What the figures made when it was last looked at goes with the text and is no difference by itself. */
const text = typed();
const edited = whole<Edited>(
  (a, b) => (a === undefined) === (b === undefined) && text.same(a?.text, b?.text),
);

const unit = fields<Unit>({
  id: whole(),
  name: typed(),
  groups: whole(),
  sessions: whole(),
});

const picture = fields<ReportPicture>({
  id: whole(),
  type: whole(),
  data: whole(),
  alt: typed(),
  credit: typed(),
  consent: whole(),
});

const chapter = fields<Chapter>({
  id: whole(),
  title: typed(),
  text: typed(),
  pictures: list(idOf, picture),
  place: whole(),
});

const decided = fields<PointReview>({
  session: whole(),
  point: whole(),
  chosen: whole(),
  checked: whole(),
  published: whole<string | null>(),
});

/** That somebody has read it is said of words: it stays only with those that were read on one of both sides. */
const quoted: Shape<PointReview> = {
  same: (a, b) => decided.same(a, b),
  merge(at, three, ask) {
    const merged = decided.merge(at, three, ask);
    if (merged?.checked !== true) return merged;
    const { mine, theirs } = three;
    const read = [mine, theirs].some((one) => one?.checked === true && one.published === merged.published);
    return { ...merged, checked: read };
  },
};

const answer = fields<ItemAnswer>({ text: typed(), applies: whole() });

export const reportMerger = mergerOf(
  fields<ReportDocument>({
    title: typed(),
    subtitle: typed(),
    language: whole(),
    sessions: whole(),
    parts: whole(),
    units: list(idOf, unit),
    floor: whole(),
    quoteFloor: whole(),
    neutral: whole(),
    order: whole(),
    show: fields<ReportDocument['show']>({
      agreement: whole(),
      consensus: whole(),
      intervals: whole(),
      tests: whole(),
    }),
    showDates: whole(),
    showPlaces: whole(),
    notHeard: typed(),
    texts: fields<ReportDocument['texts']>({
      summary: edited,
      changeable: edited,
      methods: edited,
      shared: edited,
      differ: edited,
      limits: edited,
      reading: edited,
    }),
    statements: entries(fields<ReportDocument['statements'][string]>({ sentence: edited, text: typed() })),
    chapters: list(idOf, chapter),
    lists: fields<ReportDocument['lists']>({ names: words, places: words }),
    saturation: typed(),
    caseStudies: whereThereIs(words),
    checklists: whole(),
    follow: whole(),
    answers: whereThereIs(entries(answer) as Shape<NonNullable<ReportDocument['answers']>>),
    points: whereThereIs(list(({ session, point }) => `${session}/${point}`, quoted)),
  }),
);
