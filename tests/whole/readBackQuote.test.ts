/** The second window with what one person said. */
import { expect, test } from '@jest/globals';
import type { Slide } from '../../client/console/readBack/slides.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();

test('RB1 nobody is asked whether what one person said is what they said', async () => {
  const { session } = await openSession(here.server, ['They call me back']);
  const size = { width: 1280, height: 720 };
  const shown = await here.staffPage(size, `/console/c/${session.consultation}/read-back-window`);
  await shown.getByRole('heading', { name: 'What we heard you say' }).waitFor();
  const opener = await here.staffPage(size, '/console');
  const show = (slide: Slide): Promise<void> =>
    opener.evaluate(
      ([name, one]) => {
        const channel = new BroadcastChannel(name);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
        channel.postMessage({ shown: one });
      },
      [`standpoint-read-back-${session.consultation}`, slide] as const,
    );
  await show({ kind: 'theme', title: '', text: 'Phones and calls' });
  await shown.getByText('Is that what you said?').waitFor();
  await show({ kind: 'quote', title: '', text: '“They treated me like a number”' });
  await shown.getByRole('heading', { name: 'One person said' }).waitFor();
  await shown.getByText('like a number').waitFor();
  expect(await shown.getByText('Is that what you said?').count()).toBe(0);
  await look(shown, 'read-back-quote');
  expectNothingFound();
});
