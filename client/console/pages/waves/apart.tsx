/** Statements and groups that are not compared, each with the reason. */
import type { ComparedWaves } from '../../../../core/waves/compare.ts';
import { sayList } from '../../words.ts';
import { say } from '../say.ts';

interface Props {
  compared: ComparedWaves;
  /** The names of the two waves. */
  was: string;
  now: string;
}

export function NotCompared({ compared, was, now }: Props) {
  const { not, dropped, groups } = compared;
  const { renamed, fresh, gone, apart, silent } = groups;
  const only = (wave: string, list: readonly string[]): string[] =>
    list.length === 0 ? [] : [say('wave.not.silent', { list: sayList(list), wave })];
  const said = [
    ...renamed.map((names) => say('wave.not.renamed', names)),
    ...(fresh.length > 0 ? [say('wave.not.fresh', { list: sayList(fresh) })] : []),
    ...(gone.length > 0 ? [say('wave.not.gone', { list: sayList(gone), was })] : []),
    ...only(was, silent.was),
    ...only(now, silent.now),
    ...(apart.length > 0 ? [say('wave.not.apart', { list: sayList(apart), was })] : []),
  ];
  if (not.length + dropped.length + said.length === 0) return null;
  return (
    <section class="wave-apart" aria-labelledby="not-compared">
      <h2 id="not-compared">{say('wave.not.title')}</h2>
      {not.length > 0 && (
        <ul>
          {not.map(({ id, number, text, why }) => (
            <li key={id}>
              <span class="statement-number">{number}</span>
              <span>
                <span dir="auto">{text}</span>
                <span class="quiet wave-why">{say(`wave.why.${why}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {dropped.length > 0 && (
        <>
          <p>{say('wave.not.dropped', { was })}</p>
          <ul class="wave-dropped">
            {dropped.map((text, i) => (
              <li key={i} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}
