/** F7: the Wi-Fi is gone for half a minute, for a whole room behind one address. F9: it loses packets. */
import { setTimeout as pause } from 'node:timers/promises';
import { crowdWrongs } from './crowdCheck.ts';
import { Crowd, sharedNow } from './crowdOrders.ts';
import { percentile, type Fault, type Finding, type Form } from './fault.ts';
import { Network } from './network.ts';
import { freshFolder, openRoom, Server, type Room } from './server.ts';

interface Scene {
  network: Network;
  server: Server;
  room: Room;
  crowd: Crowd;
}

/** A room with phones on a network of their own. */
async function onNetwork<T>(n: number, phones: number, act: (scene: Scene) => Promise<T>): Promise<T> {
  const network = new Network(n);
  const server = await Server.start(freshFolder('network'), { host: '0.0.0.0' });
  const crowd = new Crowd({ through: network.through });
  try {
    const room = await openRoom(server);
    const base = `http://${network.address}:${server.port}`;
    await crowd.ask({ do: 'come', base, code: room.code, phones, boards: room.boards });
    return await act({ network, server, room, crowd });
  } finally {
    await crowd.end();
    await server.kill();
    network.remove();
  }
}

const AWAY_S = 30;

function away({ long }: Form): Promise<Finding> {
  const phones = 500;
  return onNetwork(7, phones, async ({ network, server, room, crowd }) => {
    const times = long ? 5 : 1;
    const back: number[] = [];
    const soon: number[] = [];
    for (let i = 0; i < times; i++) {
      await crowd.ask({ do: 'place', every: 4000 });
      await pause(4000);
      network.down();
      await pause(AWAY_S * 1000);
      network.up();
      const since = sharedNow();
      const { after, missing } = await crowd.ask({ do: 'back', since, ms: 30_000 });
      back.push(missing > 0 ? Infinity : Math.max(...after));
      await pause(Math.max(0, since + 15_000 - sharedNow()));
      soon.push(...(await crowd.ask({ do: 'report', since: since + 8000 })).took);
      await crowd.ask({ do: 'rest', ms: 20_000 });
    }
    const report = await crowd.ask({ do: 'report', since: 0 });
    return {
      done: `${phones} phones, away ${AWAY_S} s ${times} times, ${report.acknowledged} acknowledged`,
      wrong: await crowdWrongs(server, room, report),
      figures: [
        { what: 'all back after', value: Math.max(...back) / 1000, unit: 's', atMost: 8 },
        { what: 'then acknowledged p99', value: percentile(soon, 0.99) / 1000, unit: 's', atMost: 1 },
      ],
    };
  });
}

function lossy({ long }: Form): Promise<Finding> {
  const phones = 200;
  return onNetwork(9, phones, async ({ network, server, room, crowd }) => {
    network.lose(15);
    const since = sharedNow();
    await crowd.ask({ do: 'place', every: 2000 });
    await pause(long ? 300_000 : 10_000);
    await crowd.ask({ do: 'rest', ms: 20_000 });
    const report = await crowd.ask({ do: 'report', since });
    return {
      done: `${phones} phones, 15 % of packets lost each way, ${report.acknowledged} acknowledged, ${report.came - phones} came back`,
      wrong: await crowdWrongs(server, room, report),
      figures: [
        { what: 'acknowledged p50', value: percentile(report.took, 0.5) / 1000, unit: 's' },
        { what: 'p99', value: percentile(report.took, 0.99) / 1000, unit: 's', atMost: 1 },
      ],
    };
  });
}

export const networkAway: Fault = {
  id: 'F7',
  title: 'network away for a whole room',
  needs: ['root', 'namespaces'],
  alone: true,
  patience: { short: 150, long: 600 },
  run: away,
};

export const packetsLost: Fault = {
  id: 'F9',
  title: 'packets lost',
  needs: ['root', 'namespaces', 'nft'],
  alone: true,
  patience: { short: 120, long: 600 },
  run: lossy,
};
