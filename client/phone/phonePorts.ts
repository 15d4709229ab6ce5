/** What the phone's state needs of the browser. */
import type { openLine } from '../shared/connection.ts';
import type { Jar, Keep } from '../shared/storage.ts';

export interface PhonePorts {
  /** Address of the server, without a path. */
  base: string;
  openLine: typeof openLine;
  /** Kept on the phone. */
  keep: Keep;
  /** Kept for this tab only: what is written and not yet placed. */
  tab: Keep;
  jar: Jar;
  /** Asks the laptop over HTTP; what no answer came to is a fault. */
  post: (path: string, body: object) => Promise<unknown>;
  changed: () => void;
}
