/** The load generator: a process of its own that does one order of the bench after the other. */
import { Crowd } from './crowd.ts';
import type { Order } from './orders.ts';
import { offer, saturate } from './placing.ts';

/** A phone that is lost spoils the round: the bench is told why, and this process ends. */
function lost(reason: string): void {
  process.send?.({ fault: reason }, () => process.exit(1));
}

const crowd = new Crowd(lost);

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'connect':
      return crowd.connect(order);
    case 'join':
      return crowd.join();
    case 'open':
      return crowd.open(order);
    case 'rate':
      return offer(crowd, order);
    case 'saturate':
      return saturate(crowd, order);
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => lost(String(error)),
  );
});
