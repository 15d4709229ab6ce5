/** The console: the facilitator's pages, each loaded when its address is opened. */
import { render, type ComponentType } from 'preact';
import '../shared/font.css';
import '../shared/tokens.css';
import './console.css';
import { pageAt, type Page } from './routes.ts';

/** What every page gets: the id in its address, empty on the home page. */
type PageComponent = ComponentType<{ id: string }>;

const PAGES: Record<Page['page'], () => Promise<{ default: PageComponent }>> = {
  home: async () => import('./pages/home.tsx'),
  editor: async () => import('./pages/editor.tsx'),
  results: async () => import('./pages/analysis.tsx'),
  report: async () => import('./pages/report.tsx'),
  concerns: async () => import('./pages/concerns.tsx'),
  live: async () => import('./live/live.tsx'),
};

async function open(root: Element): Promise<void> {
  const at = pageAt(location.pathname);
  const { default: Shown } = await PAGES[at.page]();
  render(<Shown id={'id' in at ? at.id : ''} />, root);
}

const root = document.getElementById('app');
if (root !== null) void open(root);
