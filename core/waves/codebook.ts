/** What goes along of a consultation’s talk when it is made again or copied: its codebook and its interview questions. */
import type { Change } from '../talk/change.ts';
import type { Question } from '../talk/sources.ts';
import { codebook } from '../talk/themes.ts';
import type { Theme } from '../talk/types.ts';

/**
 * Themes that stand, with name, description, colour and nesting and nothing of what is under them, and the questions
 * with who proposed them and who agreed. Merged themes stay behind: nothing is under them in the new one.
 *
 * @param newId makes a random id
 * @param keeps a wave keeps ids, so that themes can be told apart over the years by more than their names; a copy does not
 */
export function takenAlong(
  from: { themes: readonly Theme[]; questions: readonly Question[] },
  newId: () => string,
  keeps: boolean,
): Change[] {
  const { list } = codebook(from.themes);
  const ids = new Map(list.map(({ theme }) => [theme.id, keeps ? theme.id : newId()]));
  return [
    ...list.map(({ theme: { id, ...theme }, above }): Change => ({
      id: newId(),
      of: 'theme',
      key: ids.get(id) ?? id,
      was: null,
      // What it was nested under may have been merged into another since.
      set: { ...theme, into: '', parent: ids.get(above[0] ?? '') ?? '' },
    })),
    ...from.questions.map(({ id, ...question }): Change => ({
      id: newId(),
      of: 'question',
      key: keeps ? id : newId(),
      was: null,
      set: question,
    })),
  ];
}
