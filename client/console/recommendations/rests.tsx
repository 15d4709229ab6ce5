/** On the pages of themes and results: recommendations that rest on something, and making it one. */
import { useEffect, useState } from 'preact/hooks';
import { restingOn } from '../../../core/recommendations/rests.ts';
import type { Recommendation } from '../../../core/recommendations/types.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { may } from '../staff.ts';
import { begin } from '../talk/words.ts';
import { askRecommendations } from './ask.ts';
import { say } from './words.ts';
import './rests.css';

/**
 * @param consultation empty: not known yet
 * @returns none before they are there
 */
export function useRecommendations(consultation: string): readonly Recommendation[] {
  const [list, setList] = useState<readonly Recommendation[]>([]);
  useEffect(() => {
    if (consultation === '' || !may('GET /api/consultations/:id/recommendations')) return undefined;
    let wanted = true;
    void askRecommendations(consultation).then((page) => {
      if (wanted && !isRefusal(page)) setList(page.list);
    });
    return () => {
      wanted = false;
    };
  }, [consultation]);
  return list;
}

interface Props {
  consultation: string;
  all: readonly Recommendation[];
  /** What they may rest on: a theme with those that were merged into it, a statement, an idea. */
  keys: readonly string[];
  /** What it is, for whoever hears only the link. */
  text: string;
  /** False: here it leads back and makes none. */
  makes?: boolean;
}

export function Resting({ consultation, all, keys, text, makes: here = true }: Props) {
  const resting = restingOn(all, keys);
  const page = `/console/c/${encodeURIComponent(consultation)}/recommendations`;
  const makes = here && may('POST /api/consultations/:id/recommendations');
  if (resting.length === 0 && !makes) return null;
  return (
    <div class="resting">
      {resting.length > 0 && (
        <>
          <span class="soft">{say('rest.title', { n: resting.length })}:</span>
          <ul>
            {resting.map((one) => (
              <li key={one.id}>
                <a href={`${page}#rec-${one.id}`} dir="auto">
                  {begin(one.text, 90)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {makes && keys[0] !== undefined && (
        <a
          class="resting-make"
          href={`${page}#new=${encodeURIComponent(keys[0])}`}
          aria-label={say('rest.make.of', { text: begin(text) })}
        >
          {say('rest.make')}
        </a>
      )}
    </div>
  );
}
