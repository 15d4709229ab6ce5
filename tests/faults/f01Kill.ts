/** F1: the server is killed again and again under load. */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, type Fault, type Finding, type Form } from './fault.ts';
import { Load } from './load.ts';
import { freshFolder, openRoom, Server } from './server.ts';

/** Of 1,000 kills with half a million acknowledged, each life has to bring 500. */
const SIZES = { short: { kills: 50, people: 40 }, long: { kills: 1000, people: 60 } };

async function run({ long }: Form): Promise<Finding> {
  const { kills, people } = SIZES[long ? 'long' : 'short'];
  const server = await Server.start(freshFolder('kill'));
  const load = new Load(server, await openRoom(server), people);
  await load.begin();
  const back: number[] = [];
  for (let i = 0; i < kills; i++) {
    await pause(100 + 250 * Math.random());
    await server.kill();
    back.push(await server.again());
  }
  await pause(300);
  await load.stop();
  await server.kill();
  return {
    done: `${kills} kills, ${load.history.acknowledged} acknowledged`,
    wrong: await load.wrongs(),
    figures: [
      { what: 'serving again p95', value: percentile(back, 0.95) / 1000, unit: 's', atMost: 1 },
      { what: 'p50', value: percentile(back, 0.5) / 1000, unit: 's' },
    ],
  };
}

export const killed: Fault = {
  id: 'F1',
  title: 'killed under load',
  needs: [],
  alone: true,
  patience: { short: 300, long: 7200 },
  run,
};
