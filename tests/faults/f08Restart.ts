/** F8: the server is killed under a whole room, console and projector, and started again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { crowdWrongs } from './crowdCheck.ts';
import { Crowd, sharedNow } from './crowdOrders.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { freshFolder, openRoom, Server } from './server.ts';

/** When a screen was last answered its `hello`, on the shared clock. */
function helloes(page: Page, namespace: string): () => number {
  let at = 0;
  const read = (text: string): void => {
    if (text.includes(`43${namespace},`)) at = sharedNow();
  };
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => read(String(payload))));
  page.on('response', (response) => {
    if (response.url().includes('transport=polling')) response.text().then(read, () => undefined);
  });
  return () => at;
}

async function run({ long }: Form): Promise<Finding> {
  const phones = 500;
  const server = await Server.start(freshFolder('restart'));
  const room = await openRoom(server);
  const crowd = new Crowd();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = server.cookie.split('=');
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    const at = `http://localhost:${server.port}`;
    const [console, projector] = [await context.newPage(), await context.newPage()];
    const screens = [helloes(console, '/console'), helloes(projector, '/projector')];
    await console.goto(`${at}/console/s/${room.session}`);
    await projector.goto(`${at}/projector/${room.session}`);
    const base = `http://127.0.0.1:${server.port}`;
    await crowd.ask({ do: 'come', base, code: room.code, phones, boards: room.boards });
    const [back, seen]: [number[], number[]] = [[], []];
    for (let i = 0; i < (long ? 20 : 1); i++) {
      await crowd.ask({ do: 'place', every: 3000 });
      await pause(3000);
      await server.kill();
      await pause(3000);
      const since = sharedNow();
      await server.again();
      const { after, missing } = await crowd.ask({ do: 'back', since, ms: 30_000 });
      back.push(missing > 0 ? Infinity : Math.max(...after));
      while (screens.some((hello) => hello() < since) && sharedNow() < since + 20_000) await pause(50);
      seen.push(Math.max(...screens.map((hello) => (hello() < since ? Infinity : hello() - since))));
      await crowd.ask({ do: 'rest', ms: 20_000 });
    }
    const report = await crowd.ask({ do: 'report', since: 0 });
    return {
      done: `${phones} phones, ${back.length} restarts, ${report.acknowledged} acknowledged`,
      wrong: await crowdWrongs(server, room, report),
      figures: [
        { what: 'all phones back after', value: Math.max(...back) / 1000, unit: 's', atMost: 6 },
        { what: 'console and projector after', value: Math.max(...seen) / 1000, unit: 's', atMost: 6 },
      ],
    };
  } finally {
    await browser.close();
    await crowd.end();
    await server.kill();
  }
}

export const restarted: Fault = {
  id: 'F8',
  title: 'server restarted under a whole room',
  needs: ['browser'],
  alone: true,
  patience: { short: 150, long: 900 },
  run,
};
