/** The console: the facilitator's pages, each loaded when its address is opened by somebody who may see it. */
import { render, type ComponentType, type VNode } from 'preact';
import '../shared/font.css';
import '../shared/tokens.css';
import '../shared/scripts.css';
import './console.css';
import type { Refusal } from '../../core/refusal.ts';
import { isStyled, openAnew, opened, openingHere } from './opening.ts';
import { mayOpen } from './pageNeeds.ts';
import { pageAt, type Page } from './routes.ts';
import { me, signedOut, takeAddress, whoAmI } from './staff.ts';

/** What every page gets: the id in its address, empty on the home page. */
type PageComponent = ComponentType<{ id: string }>;

const PAGES: Record<Page['page'], () => Promise<{ default: PageComponent }>> = {
  home: async () => import('./pages/home.tsx'),
  editor: async () => import('./pages/editor.tsx'),
  results: async () => import('./pages/analysis.tsx'),
  waves: async () => import('./pages/waves.tsx'),
  report: async () => import('./pages/report.tsx'),
  alone: async () => import('./pages/alone.tsx'),
  concerns: async () => import('./pages/concerns.tsx'),
  paper: async () => import('./pages/paper.tsx'),
  live: async () => import('./live/live.tsx'),
  wall: async () => import('./live/wall/wallPage.tsx'),
  slips: async () => import('./slips/page.tsx'),
  talk: async () => import('./talk/page.tsx'),
  themes: async () => import('./talk/themes/page.tsx'),
  secondCoder: async () => import('./talk/second/page.tsx'),
  caseStudies: async () => import('./caseStudies/page.tsx'),
  readBack: async () => import('./readBack/page.tsx'),
  readBackWindow: async () => import('./readBack/show.tsx'),
  recommendations: async () => import('./recommendations/page.tsx'),
  told: async () => import('./recommendations/tell/page.tsx'),
  sources: async () => import('./talk/sources/page.tsx'),
  interview: async () => import('./talk/interview/page.tsx'),
  heard: async () => import('./heard/page.tsx'),
  staff: async () => import('./pages/staff.tsx'),
  log: async () => import('./pages/log.tsx'),
  laptop: async () => import('./pages/laptop.tsx'),
};

/** Loads what is to be shown; null: another address is opened. */
async function load(): Promise<VNode | null> {
  const refused = await takeAddress();
  await whoAmI();
  const role = me.value?.role ?? null;
  if (role === null) return signIn(refused);
  if (role === 'projector' || role === 'tablet') {
    const { default: Screen } = await import('./pages/screen.tsx');
    return <Screen />;
  }
  if (location.pathname === '/pair') {
    location.replace('/console');
    return null;
  }
  const at = pageAt(location.pathname);
  if (!mayOpen(at.page)) {
    const { default: NotForRole } = await import('./pages/notForRole.tsx');
    return <NotForRole />;
  }
  void import('./live/wall/overWalls.ts').then(({ forgetOverWalls }) => forgetOverWalls());
  const { default: Shown } = await PAGES[at.page]();
  return <Shown id={'id' in at ? at.id : ''} />;
}

async function signIn(refused: Refusal | null): Promise<VNode> {
  const { default: SignIn } = await import('./pages/signIn.tsx');
  return <SignIn refused={refused} done={reload} />;
}

async function open(root: Element): Promise<void> {
  // Until it is open, the words stand there that the page has of itself.
  const anew = (): Promise<void> => openAnew(openingHere(whoAmI));
  if (!isStyled()) return anew();
  let shown: VNode | null;
  try {
    shown = await load();
  } catch (error) {
    reportError(error);
    return anew();
  }
  if (shown === null) return;
  opened();
  root.replaceChildren();
  render(shown, root);
}

function reload(): void {
  location.reload();
}

/** When a sign-in ends, what is on the page stays, and signing in again stands over it. */
function watchSignIn(): void {
  const over = document.createElement('div');
  document.body.append(over);
  signedOut.subscribe((out) => {
    if (!out) return;
    void import('./pages/signIn.tsx').then(({ SignedOut }) => render(<SignedOut />, over));
  });
}

// A link that is pasted into a window which is on the console already only changes what is after the #.
window.addEventListener('hashchange', () => {
  if (/^#(start|key)=/.test(location.hash)) location.reload();
});

const root = document.getElementById('app');
if (root !== null) {
  watchSignIn();
  void open(root);
}
