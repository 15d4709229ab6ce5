/** The room's screen. It shows what the facilitator's console chose, and has no control of its own. */
import '../shared/font.css';
import '../shared/tokens.css';
import '../shared/scripts.css';
import '../shared/chart/chart.css';
import './projector.css';
import './board.css';
import './wall.css';
import './talk.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { fillScreenByKey, hideRestingPointer, keepDisplayOn } from './device.ts';
import { openLine } from './line.ts';

const app = document.querySelector('#app');
const session = document.documentElement.dataset['session'];
if (app !== null && session !== undefined) {
  app.replaceChildren();
  render(<App />, app);
  openLine(session);
  hideRestingPointer();
  keepDisplayOn();
  fillScreenByKey();
}
