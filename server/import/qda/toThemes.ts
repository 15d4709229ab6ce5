/** Codes as themes: those that are here already stay what they are, the others come in under them. */
import type { QdaCode } from '../../../core/qda/types.ts';
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { codebook, type Placed } from '../../../core/talk/themes.ts';
import { COLOUR_CODES, COLOURS, type Colour, type Theme } from '../../../core/talk/types.ts';
import { guid } from '../../export/qdaFiles.ts';
import { themeId } from '../../export/qdaIds.ts';
import { cleaned, cut } from './clean.ts';
import type { Told } from './told.ts';

export interface ThemesIn {
  /** New ones, to be kept. */
  added: Theme[];
  /** Id of a theme by the id of its code. */
  byCode: ReadonlyMap<string, string>;
}

/**
 * A code is a theme that is here where it has that one's id, or its name under the same theme.
 *
 * @param here themes of the consultation
 * @param gone ids that were removed: nothing comes in under one of them
 * @param newId makes a random id
 */
export function themesOf(
  codes: readonly QdaCode[],
  here: readonly Theme[],
  gone: readonly string[],
  newId: () => string,
  told: Told[],
): ThemesIn | Refusal {
  const book = codebook(here);
  const byGuid = new Map(here.map((theme) => [guid(themeId(theme.id)), theme.id]));
  const taken = new Set([...here.map(({ id }) => id), ...gone]);
  const added: Theme[] = [];
  const byCode = new Map<string, string>();
  let [known, recoloured, shortened] = [0, 0, 0];
  const last = Math.max(0, ...here.map(({ order }) => order));
  const put = (list: readonly QdaCode[], parent: string): void => {
    for (const code of list) {
      const name = cut(cleaned(code.name, true), LIMITS.label);
      const description = cut(cleaned(code.description, false), LIMITS.themeDescription);
      const same = book.get(byGuid.get(code.id) ?? '') ?? sameName(book.list, parent, name.text);
      if (same !== undefined) {
        known += 1;
        byCode.set(code.id, same.theme.id);
        put(code.codes, same.theme.id);
        continue;
      }
      const { colour, near } = nearest(code.colour, added.length);
      recoloured += near ? 1 : 0;
      shortened += (name.cut ? 1 : 0) + (description.cut ? 1 : 0);
      const theme: Theme = {
        id: taken.has(code.id) ? newId() : code.id,
        name: name.text === '' ? '?' : name.text,
        description: description.text,
        colour,
        parent,
        order: Math.min(LIMITS.themeOrder, last + added.length + 1),
        into: '',
      };
      taken.add(theme.id);
      added.push(theme);
      byCode.set(code.id, theme.id);
      put(code.codes, theme.id);
    }
  };
  put(codes, '');
  if (here.length + added.length > LIMITS.themes)
    return refuse('too-large', 'themes', `at most ${LIMITS.themes}`);
  if (known > 0) told.push({ code: 'told.known', slots: { n: known } });
  if (recoloured > 0) told.push({ code: 'told.colours', slots: { n: recoloured } });
  if (shortened > 0) told.push({ code: 'told.names', slots: { n: shortened } });
  return { added, byCode };
}

function sameName(list: readonly Placed[], parent: string, name: string): Placed | undefined {
  const key = name.toLowerCase();
  return list.find(({ theme, above }) => (above[0] ?? '') === parent && theme.name.toLowerCase() === key);
}

/** The colour of ours that is least far, and whether it is another one. */
function nearest(colour: string, i: number): { colour: Colour; near: boolean } {
  const wanted = channels(colour);
  if (wanted === null) return { colour: COLOURS[i % COLOURS.length] ?? 'leaf', near: false };
  const far = (one: Colour): number =>
    (channels(COLOUR_CODES[one]) ?? []).reduce((sum, n, at) => sum + (n - (wanted[at] ?? 0)) ** 2, 0);
  const best = COLOURS.toSorted((a, b) => far(a) - far(b))[0] ?? 'leaf';
  return { colour: best, near: far(best) > 0 };
}

/** Red, green and blue of `#rgb` or `#rrggbb`; null: it is no colour. */
function channels(colour: string): number[] | null {
  const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(colour)?.[0].slice(1);
  if (hex === undefined) return null;
  const whole = hex.length === 3 ? hex.replace(/./gu, '$&$&') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16));
}
