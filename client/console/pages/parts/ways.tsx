/** The ways between the pages of a consultation: the same on each of them, in the order of the work. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mayOpen } from '../../pageNeeds.ts';
import type { Page } from '../../routes.ts';
import { say } from '../say.ts';
import './ways.css';

/** Where each page stands under the address of its consultation. */
const PLACES = {
  editor: '',
  sessions: '#sessions',
  paper: '/paper',
  results: '/results',
  heard: '/heard',
  themes: '/themes',
  sources: '/sources',
  caseStudies: '/case-studies',
  readBack: '/read-back',
  recommendations: '/recommendations',
  told: '/told',
  report: '/report',
  alone: '/alone',
  concerns: '/concerns',
} as const;

type Way = keyof typeof PLACES;

const WAYS = Object.keys(PLACES) as Way[];

export interface WaysProps {
  /** The consultation. */
  id: string;
  /** The page that is shown, or `waves`, which is reached from the results. */
  at: Exclude<Way, 'sessions'> | 'waves';
  /** Saves what was typed; the page is left once that held. */
  before?: () => Promise<boolean>;
}

export function Ways({ id, at, before }: WaysProps) {
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the row scrolls in itself, and begins at the page that is shown.
  useLayoutEffect(() => {
    const begin = (): void => {
      const row = nav.current;
      const here = row?.querySelector<HTMLElement>('[aria-current]');
      if (row === null || here === null || here === undefined) return;
      const { left, width } = here.getBoundingClientRect();
      const box = row.getBoundingClientRect();
      row.scrollLeft += left + width / 2 - (box.left + box.width / 2);
    };
    begin();
    // With its own letters it is wider, or narrower.
    void document.fonts.ready.then(begin);
  }, []);
  return (
    <nav class="page-ways" aria-label={say('ways')} ref={nav}>
      <ul>
        {WAYS.filter((way) => mayOpen(pageOf(way))).map((way) => {
          const href = `/console/c/${id}${PLACES[way]}`;
          return (
            <li key={way}>
              <a
                href={href}
                aria-current={way === at ? 'page' : at === 'waves' && way === 'results' ? true : undefined}
                onClick={(event) => {
                  // What opens another window, or stays on this page, leaves nothing unsaved behind.
                  const stays = event.ctrlKey || event.metaKey || event.shiftKey || pageOf(way) === at;
                  if (before === undefined || stays) return;
                  event.preventDefault();
                  void before().then((saved) => saved && location.assign(href));
                }}
              >
                {say(`ways.${way}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Sessions are prepared on the page of the consultation itself. */
function pageOf(way: Way): Page['page'] {
  return way === 'sessions' ? 'editor' : way;
}
