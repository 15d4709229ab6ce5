/** Starts the shared tablet: its line, its queue, the time that nobody touches it, then draws at every change. */
import '../shared/font.css';
import '../shared/tokens.css';
import '../shared/scripts.css';
import '../phone/phone.css';
import '../phone/board.css';
import './tablet.css';
import { render } from 'preact';
import { TIMES } from '../../core/limits.ts';
import { keepIn, newToken } from '../shared/storage.ts';
import { App } from './app.tsx';
import { makeIdle } from './idle.ts';
import { handOver, openLine, post } from './line.ts';
import { makeQueue } from './queue.ts';
import { seal } from './seal.ts';
import { makeTablet } from './tablet.ts';

const root = document.getElementById('app');
const session = document.documentElement.dataset['session'] ?? '';
const random = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes);
let drawing = false;

/** Where storage is blocked or full, what is kept is in memory. */
function isKept(key: string): boolean {
  try {
    return window.localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

const queue = makeQueue(
  {
    keep: keepIn(() => window.localStorage),
    isKept,
    session,
    send: (packet) => handOver(session, packet),
    later(action, ms) {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
    name: () => newToken(random),
    changed: draw,
  },
  TIMES.tabletAgainMs,
);

const tablet = makeTablet({
  queue,
  seal,
  token: () => newToken(random),
  post: (path, body) => post(path, body, TIMES.ackTimeoutMs),
  card: (typed) => line.card(typed),
  afterSaved: (action) => void setTimeout(action, TIMES.tabletSavedMs),
  left(to) {
    if (to === 'console') location.replace(`/console/s/${session}`);
    if (to === 'out') location.replace('/pair');
  },
  changed: draw,
});

const idle = makeIdle(
  { idleMs: TIMES.tabletIdleMs, askMs: TIMES.tabletAskMs },
  (asking) => tablet.set({ asking }),
  () => tablet.drop(),
);

const line = openLine(session, {
  hello: (hello) => {
    tablet.set({ hello });
    queue.flush();
  },
  view(view) {
    const { hello } = tablet.ui;
    if (hello === null || view.v <= hello.view.v) return;
    tablet.set({ hello: { ...hello, view } });
    fetchPictures();
    queue.flush();
  },
  link: (link) => tablet.set({ link }),
});

/** Statements' pictures have to be there when the network is not. */
const pictures = new Map<string, HTMLImageElement>();
function fetchPictures(): void {
  for (const { picture } of tablet.ui.hello?.view.boards ?? []) {
    if (picture === null || pictures.has(picture.hash)) continue;
    const image = new Image();
    image.src = `/pictures/${picture.hash}`;
    pictures.set(picture.hash, image);
  }
}

/** Draws once for all changes of one moment. */
function draw(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    show();
  });
}

let told = -1;
function show(): void {
  if (root === null) return;
  const { person, leaving, help, size, link } = tablet.ui;
  // Help and larger text of somebody who went away are not for the next one either.
  idle.watch(person !== null || leaving || help || size !== 0);
  document.documentElement.dataset['size'] = String(tablet.ui.size);
  const waiting = queue.waiting();
  // Said again after each new connection.
  if (link !== 'up') told = -1;
  else if (waiting !== told) {
    told = waiting;
    line.queue(waiting);
  }
  render(<App tablet={tablet} queue={queue} goOn={() => idle.goOn()} />, root);
}

document.documentElement.dataset['theme'] = 'light';
for (const event of ['pointerdown', 'keydown', 'input', 'scroll'])
  document.addEventListener(event, () => idle.touched(), { passive: true, capture: true });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') line.wake();
});
window.addEventListener('online', () => {
  line.wake();
  queue.flush();
});

// Back goes one screen back for whoever has the tablet, and never off this page: there is always one entry ahead.
history.replaceState(null, '');
history.pushState(null, '');
window.addEventListener('popstate', () => {
  history.pushState(null, '');
  tablet.back();
});
// A page that the browser sets aside whole, to bring it back at Back, is set aside without anybody in it.
window.addEventListener('pagehide', () => tablet.drop());

fetchPictures();
root?.replaceChildren();
draw();
