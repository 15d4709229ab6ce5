/** All interviews and documents, and searching in their words. */
import { useState } from 'preact/hooks';
import { capMarks } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { inDays, isLost, isTeams, type TextSource } from '../../../../core/talk/sources.ts';
import { sayDate } from '../../words.ts';
import type { TalkDesk } from '../desk.ts';
import { describe } from '../words.ts';
import { sayText } from './words.ts';

/** Words shown around what was found. */
const AROUND = 60;

export function SourceList({ desk, about }: { desk: TalkDesk; about: TalkAbout }) {
  const { sources, passages } = desk.texts.value;
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = sources.toSorted(inDays).flatMap((source) => {
    const hit = wanted === '' ? '' : hitIn(source, wanted);
    return hit === null ? [] : [{ source, hit }];
  });
  if (sources.length === 0)
    return (
      <section class="empty">
        <h2>{sayText('none')}</h2>
        <p>{sayText('none.text')}</p>
      </section>
    );
  return (
    <>
      <label class="source-search">
        <span>{sayText('search')}</span>
        <input
          type="text"
          dir="auto"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <p class="soft" role="status">
        {found.length === 0 ? sayText('search.none') : sayText('n', { n: found.length })}
      </p>
      <ul class="source-list">
        {found.map(({ source, hit }) => {
          const all = passages.filter((one) => one.source === source.id);
          const own = all.filter(isTeams);
          const lost = all.filter(isLost).length;
          return (
            <li key={source.id}>
              <h2>
                <a href={`#${source.id}`}>
                  <bdi>{capMarks(source.title)}</bdi>
                </a>
              </h2>
              <p class="source-facts">{factsOf(source, about)}</p>
              <p class="source-facts">
                {source.mayUse ? (
                  <span>
                    {own.length === 0 ? sayText('not.coded') : sayText('n.passages', { n: own.length })}
                  </span>
                ) : (
                  <strong class="source-no">{sayText('use.no')}</strong>
                )}
                {source.mayUse && own.length < all.length && (
                  <span>{sayText('n.second', { n: all.length - own.length })}</span>
                )}
                {source.mayUse && <span>{sayText(source.mayQuote ? 'quote.yes' : 'quote.no')}</span>}
                {lost > 0 && <strong class="source-lost-mark">{sayText('n.lost', { n: lost })}</strong>}
              </p>
              {hit !== '' && (
                <p class="source-hit" dir="auto">
                  {capMarks(hit)}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/**
 * "Interview · 3 May 2026 · Parents, woman · Peer interviewer".
 *
 * @param beside words that stand before it: kind and day that they say already are left out
 */
export function factsOf(source: TextSource, about: TalkAbout, beside = ''): string {
  const first = [sayText(`form.${source.form}`), source.day === '' ? '' : sayDate(source.day)];
  return [
    ...first.filter((part) => !beside.includes(part)),
    describe(source, about),
    source.interviewer === '' ? '' : sayText(`interviewer.${source.interviewer}`),
    about.sessions.find(({ id }) => id === source.session)?.name ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The words around the first place where it is found; empty: in the title; null: nowhere. */
function hitIn({ title, text }: TextSource, wanted: string): string | null {
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return title.toLowerCase().includes(wanted) ? '' : null;
  const from = Math.max(0, at - AROUND);
  const part = text.slice(from, at + wanted.length + AROUND).replaceAll(/\s+/gu, ' ');
  return `${from > 0 ? '… ' : ''}${part}${at + wanted.length + AROUND < text.length ? ' …' : ''}`;
}
