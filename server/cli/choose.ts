/** Which consultation and sessions a command is about. */
import { Stop } from './common.ts';

interface Titled {
  id: string;
  title: string;
  sample: boolean;
}

interface Named {
  id: string;
  name: string;
  date: string;
}

/** The consultation that is named by its id or title, or the only one there is beside the sample. */
export function choose<T extends Titled>(list: readonly T[], wanted: string | undefined): T {
  const found =
    wanted === undefined
      ? list.filter((c) => !c.sample || list.length === 1)
      : list.filter((c) => c.id === wanted || c.title === wanted);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  if (list.length === 0) throw new Stop('There is no consultation yet.');
  const names = list.map((c) => `  ${c.id}  ${c.title}${c.sample ? ' (SAMPLE)' : ''}`).join('\n');
  const none = wanted !== undefined && found.length === 0;
  throw new Stop(
    `${none ? `There is no consultation "${wanted}". ` : ''}Say which with --consultation ID:\n${names}`,
  );
}

/**
 * Ids of the finished sessions that a comma list names, each by its id or by its name; without a list
 * none, which stands for all.
 */
export function chooseSessions(list: readonly Named[], wanted: string | undefined): string[] {
  if (wanted === undefined) return [];
  const chosen = wanted.split(',').map((name) => {
    const text = name.trim();
    const found = list.filter((s) => s.id === text);
    const [only, ...others] = found.length > 0 ? found : list.filter((s) => s.name === text);
    if (only !== undefined && others.length === 0) return only.id;
    const why = only === undefined ? 'There is no finished session' : 'More than one session is called';
    const names = list.map((s) => `  ${s.id}  ${s.name} (${s.date})`).join('\n');
    throw new Stop(
      list.length === 0
        ? 'No session is finished yet.'
        : `${why} "${text}". Say which with --sessions ID,ID:\n${names}`,
    );
  });
  return [...new Set(chosen)];
}
