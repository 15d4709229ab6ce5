/** Taking somebody's words out of what was written or printed with them. */
import { codePoints } from '../text.ts';
import { CODEBOOK } from './printedPlaces.ts';

/** Shorter texts are taken for somebody's words only where they stand as a quote: "Yes" is anybody's. */
const LEAST = 20;

/**
 * The same value without these texts: a quote of one of them becomes `mark`, and where a longer one stands
 * word for word in any other text, `mark` stands in its place.
 *
 * @param value of a report's document or model
 * @param stated what statements say: that goes as a quote and from nowhere else, whoever wrote the same
 */
export function withoutTexts<T>(
  value: T,
  texts: readonly string[],
  mark: string,
  stated: ReadonlySet<string> = new Set(),
): T {
  const wanted = texts.filter((text) => text !== '');
  // The longest first: of one that has another in it something would be left.
  const long = wanted
    .filter((text) => codePoints(text) >= LEAST && !stated.has(text))
    .toSorted((a, b) => b.length - a.length);
  return wanted.length === 0 ? value : (clean(value, { wanted, long }, mark) as T);
}

/** `long`: those that go from other texts too. */
interface Texts {
  wanted: readonly string[];
  long: readonly string[];
}

function clean(value: unknown, texts: Texts, mark: string): unknown {
  if (typeof value === 'string') return cleanString(value, texts.long, mark);
  if (Array.isArray(value)) return value.map((item) => clean(item, texts, mark));
  if (typeof value !== 'object' || value === null) return value;
  const quoted = isQuote(value) && texts.wanted.includes(value.text);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      quoted && key === 'text' ? mark : clean(inner, texts, mark),
    ]),
  );
}

function cleanString(value: string, texts: readonly string[], mark: string): string {
  let cleaned = value;
  for (const text of texts) cleaned = cleaned.replaceAll(text, () => mark);
  return cleaned;
}

function isQuote(value: object): value is { kind: 'quote'; text: string } {
  return 'kind' in value && value.kind === 'quote' && 'text' in value && typeof value.text === 'string';
}

/**
 * The same model without ideas that are one of these texts, however short: what a recommendation or a point of it asks
 * for can be the whole of what somebody said.
 */
export function withoutIdeas<T extends Sections>(model: T, texts: readonly string[], mark: string): T {
  const whole = (text: string): string => (text !== '' && texts.includes(text) ? mark : text);
  return {
    ...model,
    sections: model.sections.map((section) =>
      section.id?.startsWith('recommendation-') !== true
        ? section
        : {
            ...section,
            blocks: section.blocks.map((block) => {
              const { text, items } = block as { text?: unknown; items?: unknown };
              if (block.kind === 'paragraph' && typeof text === 'string')
                return { ...block, text: whole(text) };
              if (block.kind === 'list' && Array.isArray(items))
                return {
                  ...block,
                  items: items.map((item) => (typeof item === 'string' ? whole(item) : item)),
                };
              return block;
            }),
          },
    ),
  };
}

/**
 * The same model with `mark` at every place of a quote that is one of these texts, however short: an example of the
 * codebook is a quote that stands in a table.
 */
export function withoutPlaces<T extends Sections>(model: T, texts: readonly string[], mark: string): T {
  const whole = (text: string): string => (text !== '' && texts.includes(text) ? mark : text);
  return {
    ...model,
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (isQuote(block)) return { ...block, text: whole(block.text) };
        const { rows } = block as { rows?: string[][] };
        if (section.id !== CODEBOOK || block.kind !== 'table' || rows === undefined) return block;
        return { ...block, rows: rows.map((row) => [...row.slice(0, -1), ...row.slice(-1).map(whole)]) };
      }),
    })),
  };
}

interface Sections {
  sections: { id?: string; blocks: { kind: string }[] }[];
}

/** Texts of all quotes in a report's model. */
export function quotesIn(model: { sections: { blocks: { kind: string }[] }[] }): string[] {
  return model.sections.flatMap(({ blocks }) => blocks.flatMap((b) => (isQuote(b) ? [b.text] : [])));
}
