/** What the app is started with, and what it then is. */
import type { Refusal } from '../core/refusal.ts';
import type { Clock } from './clock.ts';
import type { LaptopPorts } from './laptop/watch.ts';
import type { Certificate } from './http/certificate.ts';
import type { StaffStore } from './store/staffStore.ts';
import type { Store } from './store/store.ts';
import type { StartRenderer } from './use/reportFiles.ts';
import type { LiveGap } from './use/liveResults.ts';

export interface AppParts {
  store: Store;
  /** What is kept about staff. */
  staff: StaffStore;
  /** The data folder that both are in. */
  data: string;
  /** The project's folder, with `templates` and the built client. */
  root: string;
  port: number;
  host: string;
  /** Told of an unexpected error. */
  fault: (error: unknown) => void;
  /** How far apart live results move; the usual when left out. */
  liveGap?: LiveGap;
  /** How long pretend people think in a rehearsal, in milliseconds; believable when left out. */
  thinking?: { least: number; most: number };
  /** For devices of staff: the port of the second door (0 takes any free one), the team's own certificate. */
  tls?: { port: number; own: Certificate | null };
  /** The clock by which sign-ins end and the log is dated; the machine's own when left out. */
  staffClock?: () => number;
  /** What makes the files of a report; a thread of its own when left out. */
  renderer?: StartRenderer;
  /** What a watcher elsewhere shows to read metrics; nobody may when left out. */
  watcherToken?: string;
  /** Where days come from; the laptop's own clock when left out. */
  clock?: Clock;
  /** What is asked of the laptop about its disk, battery and sleep; the real one when left out. */
  laptop?: LaptopPorts;
  /** What it costs to try a passphrase of a lock (`LOCK_WORK`); the full price when left out. */
  lockWork?: number | undefined;
}

export interface App {
  port: number;
  /** What phones open: http://192.168.1.20:8080 */
  address: string;
  /** Sessions that were taken up again, with their codes. */
  running: { name: string; code: string }[];
  /** Sessions that could not be taken up again, with the reason. */
  notTakenUp: { session: string; name: string; reason: string }[];
  /** Where devices that were added come in; null while none was; a refusal: their port is taken. */
  devices: string | Refusal | null;
  /** Every route as `METHOD /path`, from the routers themselves. */
  routes: string[];
  /** A new link that signs the laptop's browser in, once; the one before holds no more. */
  startLink(): string;
  /** Makes a folder the stick of this laptop, where it is not yet; its passphrase, told here only. */
  nameStick(folder: string): Promise<{ passphrase: string | null } | Refusal>;
  close(): Promise<void>;
  /** A stick hangs, and the process would wait for it at its end. */
  hangs: () => boolean;
}
