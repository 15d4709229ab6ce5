/** Every fault of the suite, in the order of the figures they are held against. */
import { killed } from './f01Kill.ts';
import { powerCut } from './f02Power.ts';
import { diskFull } from './f03Full.ts';
import { syncFails } from './f04Sync.ts';
import { shuffledSends } from './f06Model.ts';
import { networkAway, packetsLost } from './f07Away.ts';
import { restarted } from './f08Restart.ts';
import { stalledPhones } from './f10Stalled.ts';
import { flooded } from './f12Flood.ts';
import { soak } from './f14Soak.ts';
import { malformed } from './f11Malformed.ts';
import { upgradeKilled } from './f15Upgrade.ts';
import { damaged } from './f05Damaged.ts';
import { asleep } from './f13Asleep.ts';
import { powerReplayed } from './f02Replayed.ts';
import type { Fault } from './fault.ts';

export const FAULTS: readonly Fault[] = [
  killed,
  powerCut,
  powerReplayed,
  diskFull,
  syncFails,
  damaged,
  shuffledSends,
  networkAway,
  restarted,
  packetsLost,
  stalledPhones,
  malformed,
  flooded,
  asleep,
  soak,
  upgradeKilled,
];
