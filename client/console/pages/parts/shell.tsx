/** What every page stands in: the way home, the mark of a sample, the content, and a voice for screen readers. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { say } from '../say.ts';
import { Corner } from '../staff/corner.tsx';
import { Ways, type WaysProps } from './ways.tsx';

const spoken = signal('');

/** Says something to those who cannot see that it happened. */
export function announce(text: string): void {
  // The same words twice are spoken twice only when the text differs.
  spoken.value = spoken.value === text ? `${text}\u00a0` : text;
}

interface Props {
  /** The page's name in the window's title. */
  page: string;
  sample?: boolean;
  /** Stands beside the name of the product. */
  head?: ComponentChildren;
  /** On a page of a consultation: which it is, for the ways to its other pages. */
  ways?: WaysProps;
  children: ComponentChildren;
}

export function Shell({ page, sample = false, head, ways, children }: Props) {
  useEffect(() => {
    const title = say('app.title', { page });
    document.title = sample ? `${say('sample.mark')} ${title}` : title;
  }, [page, sample]);
  return (
    <div class="sp">
      <a class="skip" href="#content">
        {say('app.skip')}
      </a>
      <header class="top">
        <a class="brand" href="/console" aria-label={say('app.home')}>
          <span class="brand-wall" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {say('app.name')}
        </a>
        {head}
        <Corner />
      </header>
      {ways !== undefined && <Ways {...ways} />}
      <main id="content" tabIndex={-1}>
        {sample && (
          <p class="sample-band">
            <strong>{say('sample.mark')}</strong> {say('sample.words')}
          </p>
        )}
        {children}
      </main>
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
