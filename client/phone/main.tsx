/** Starts the phone: state, history and the page's events, then draws at every change. */
import '../shared/font.css';
import '../shared/tokens.css';
import './phone.css';
import './board.css';
import './rights.css';
import { render } from 'preact';
import { readCode } from '../../core/id.ts';
import { openLine } from '../shared/connection.ts';
import { keepIn, type Jar } from '../shared/storage.ts';
import { App } from './app.tsx';
import { loadAlone, loadHeard, loadLeave, loadMoved, loadTalk } from './laterLoader.tsx';
import { makePhone } from './phone.ts';
import { applyPrefs, keepPrefs, LANG_KEY, readPrefs } from './prefs.ts';
import { currentRoute, isAside, pushRoute, replaceRoute } from './route.ts';

const keep = keepIn(() => window.localStorage);
const root = document.getElementById('app');
let prefs = readPrefs(keep, window.matchMedia('(prefers-color-scheme: dark)').matches);
let drawing = false;

const jar: Jar = {
  cookies: () => document.cookie,
  setCookie: (cookie) => {
    document.cookie = cookie;
  },
  random: (bytes) => crypto.getRandomValues(bytes),
};

const phone = makePhone({
  base: location.origin,
  openLine,
  keep,
  tab: keepIn(() => window.sessionStorage),
  jar,
  post: async (path, body) => {
    try {
      const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return await response.json();
    } catch {
      return { refusal: 'fault' };
    }
  },
  changed: draw,
});

/** Draws once for all changes of one moment. */
function draw(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    show();
  });
}

function go(route: string): void {
  pushRoute(route);
  draw();
}

let at: number | null = null;
let joined = false;

/** Moves with the room: a yes, or a new statement in front, ends what the phone was at. */
function follow(): void {
  const { hello, left, gone } = phone.state;
  // The address of a session that was left would join it again.
  if (left !== null && location.pathname !== '/j') replaceRoute('', '/j');
  if (left !== null) [at, joined] = [null, false];
  // So that this page, loaded again, says that it is over, and not that there never was such a session.
  if (gone && !isAside(currentRoute())) replaceRoute('bye');
  if (hello === null) return;
  const { view, me } = hello;
  if (me.joined && !joined) {
    // Beforehand, so that nobody on the Wi-Fi sees who opens which.
    const wanted = [
      loadMoved(),
      loadLeave(),
      loadTalk(),
      loadHeard(),
      ...(hello.info.alone ? [loadAlone()] : []),
    ];
    void Promise.all(wanted).catch(() => undefined);
  }
  if (!me.joined && !joined) return;
  if (me.joined !== joined) {
    joined = me.joined;
    if (joined && !/^(?:b\d|list$|$)/.test(currentRoute())) replaceRoute('');
  }
  if (view.at !== at) {
    const board = /^b(\d+)$/.exec(currentRoute())?.[1];
    const busy = board !== undefined && phone.draft(Number(board)) !== null;
    if (at !== null && !busy && !isAside(currentRoute()) && currentRoute() !== '') pushRoute('');
    at = view.at;
  }
}

function show(): void {
  if (root === null) return;
  follow();
  render(
    <App
      phone={phone}
      route={currentRoute()}
      go={go}
      open={(code) => {
        replaceRoute('', `/j/${code}`);
        phone.open(code);
      }}
      forget={() => {
        replaceRoute('', '/j');
        at = null;
        joined = false;
        phone.forget();
      }}
      prefs={prefs}
      setPrefs={(next) => {
        prefs = next;
        keepPrefs(keep, prefs);
        applyPrefs(prefs);
        draw();
      }}
      lang={keep.get(LANG_KEY)}
      setLang={(lang) => {
        keep.set(LANG_KEY, lang);
        draw();
      }}
    />,
    root,
  );
}

applyPrefs(prefs);
// The words that the page has until this has come.
if (root !== null) root.textContent = '';
// iPhones show that something is pressed only where touches are listened to.
document.addEventListener('touchstart', () => undefined, { passive: true });
window.addEventListener('popstate', draw);
// A phone that was asleep or without a network is back without a tap.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') phone.wake();
});
window.addEventListener('online', () => phone.wake());
window.addEventListener('offline', () => phone.cut());
window.addEventListener('storage', (event) => {
  if (event.key === null) phone.forgotten();
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) phone.wake();
});

const code = readCode(document.documentElement.dataset['code'] ?? '');
if (code === null) show();
// Whoever comes from the page of another laptop is told by it who they are.
else if (document.documentElement.dataset['taken'] === 'yes' && window.opener !== null)
  void import('./bring.ts').then(({ bring }) => bring(code, phone, keep, jar));
else phone.open(code);
