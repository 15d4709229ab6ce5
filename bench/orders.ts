/** What the bench tells its load generator, and what it is told back: one answer to each order. */

/** The session that is under load, and what signs its staff in. */
export interface StaffOf {
  session: string;
  cookie: string;
}

export type Order =
  /** Connects all phones at once, and the room's staff where there is a session. */
  | { do: 'connect'; plain: boolean; port: number; phones: number; code: string; staff: StaffOf | null }
  /** Everyone says yes at once. */
  | { do: 'join' }
  /** `times` openings of board 1; `text` is what the plain echo sends to everyone instead of a view. */
  | { do: 'open'; times: number; text: string }
  /** Offers each of the first `phones` phones' placements at their times, whatever the server does. */
  | { do: 'rate'; phones: number; perSecond: number; seconds: number; server: number }
  /** Keeps `outstanding` placements on their way; `limited`: by the product's limit for one person. */
  | { do: 'saturate'; outstanding: number; seconds: number; limited: boolean; server: number };

/** Milliseconds. `last` is the slowest of all. */
export interface Spread {
  p50: number;
  p99: number;
  last: number;
}

export interface Connected extends Spread {
  /** Length of a phone's first whole state. */
  stateBytes: number;
}

export interface Opened extends Spread {
  /** Length of the view that a phone got. */
  viewBytes: number;
}

export interface Placed extends Spread {
  offered: number;
  acknowledged: number;
  /** How many were refused, by code. Any is a fault of the generator or of the server. */
  refused: Record<string, number>;
  seconds: number;
  /** Share of one core, 1 being all of it; null where there is no /proc. */
  serverCpu: number | null;
  loadCpu: number;
  /** Views that came while placements did; all nought where there is no session. */
  views: { console: number; projector: number; phones: number };
  /** The largest WebSocket frame of a placement without comment and of its ack, header included. */
  bytes: { up: number; down: number };
}

export interface Answers {
  connect: Connected;
  join: Spread;
  open: Opened;
  rate: Placed;
  saturate: Placed;
}
