/**
 * The phone's state and what can be done with it, without a word of how it looks: the session it is
 * in, the line, what is saved and what is not, drafts.
 */
import type { Hello, Me } from '../../core/protocol.ts';
import { PROTOCOL_VERSION } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Answer } from '../../core/scale.ts';
import type { Join } from '../../core/schema.ts';
import type { Line } from '../shared/connection.ts';
import { openLine } from '../shared/connection.ts';
import type { Outbox } from '../shared/outbox.ts';
import { makeOutbox } from '../shared/outbox.ts';
import type { Jar, Keep } from '../shared/storage.ts';
import { forgetSessions, keptToken, tokenFor } from '../shared/storage.ts';

export interface Draft {
  answer: Answer | null;
  comment: string;
  audience: 0 | 1;
}

/** Everything the screens draw from. */
export interface PhoneState {
  code: string | null;
  /** Why the code or the connection was refused. */
  refused: RefusalCode | null;
  hello: Hello | null;
  alive: boolean;
  /** The page is older than the server. */
  outdated: boolean;
  /** Nothing more comes. */
  gone: boolean;
  joining: 'no' | 'sending' | RefusalCode;
  /** The board whose saved answer is being changed. */
  editing: number | null;
  /** The board whose own answer is uncovered. */
  uncovered: number | null;
}

export interface Phone {
  readonly state: PhoneState;
  outbox: Outbox;
  open(code: string): void;
  join(join: Join): void;
  place(board: number, draft: Draft): void;
  takeBack(board: number): void;
  edit(board: number | null): void;
  uncover(board: number | null): void;
  draft(board: number): Draft | null;
  keepDraft(board: number, draft: Draft | null): void;
  wake(): void;
  /** The phone has no network any more. */
  cut(): void;
  forget(): void;
}

export interface PhonePorts {
  /** Address of the server, without a path. */
  base: string;
  /** Kept on the phone. */
  keep: Keep;
  /** Kept for this tab only: what is written and not yet placed. */
  tab: Keep;
  jar: Jar;
  changed: () => void;
}

const START: PhoneState = {
  code: null,
  refused: null,
  hello: null,
  alive: false,
  outdated: false,
  gone: false,
  joining: 'no',
  editing: null,
  uncovered: null,
};

export function makePhone({ base, keep, tab, jar, changed }: PhonePorts): Phone {
  let state = START;
  let line: Line | null = null;
  /** The yes as it was given: sent again if it was not answered, or if the laptop has lost it. */
  let wanted: Join | null = null;

  function set(part: Partial<PhoneState>): void {
    state = { ...state, ...part };
    changed();
  }

  function boxFor(code: string): Outbox {
    return makeOutbox(code, {
      keep,
      send: (entry, done) => (line === null ? done(null) : line.place(entry, done)),
      later(action, ms) {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      changed,
    });
  }

  function setMe(me: Me): void {
    if (state.hello !== null) state = { ...state, hello: { ...state.hello, me } };
  }

  function sendJoin(): void {
    if (wanted === null) return;
    state = { ...state, joining: 'sending' };
    line?.join(wanted, (answer) => {
      // Without an answer it goes out again with the next hello.
      if (answer === null) line?.wake();
      else if (isRefusal(answer)) {
        wanted = null;
        set({ joining: answer.refusal });
      } else {
        setMe(answer);
        set({ joining: 'no' });
        phone.outbox.reconcile(answer.mine);
      }
    });
    changed();
  }

  function onHello(hello: Hello): void {
    if (hello.me.joined) wanted = { groups: hello.me.groups, quote: hello.me.quote };
    set({ hello, outdated: hello.protocol > PROTOCOL_VERSION, refused: null });
    if (hello.me.joined) {
      state = { ...state, joining: 'no' };
      phone.outbox.reconcile(hello.me.mine);
    } else sendJoin();
  }

  function end(): void {
    forgetSessions(keep, jar, (code) => code !== state.code);
    set({ gone: true, alive: false });
  }

  const draftKey = (board: number): string => `standpoint:draft:${state.code}:${board}`;

  const phone: Phone = {
    get state() {
      return state;
    },
    outbox: boxFor(''),
    open(code) {
      line?.close();
      const known = keptToken(keep, jar, code) !== null;
      state = { ...START, code };
      phone.outbox = boxFor(code);
      line = openLine(base, {
        auth: () => ({ code, token: tokenFor(keep, jar, code) }),
        hello: onHello,
        view(view) {
          if (state.hello !== null) set({ hello: { ...state.hello, view } });
          // Whoever met a closed door may knock again once it is open.
          if (state.joining === 'door-locked' && !view.doorLocked) set({ joining: 'no' });
          phone.outbox.flush();
        },
        gone: end,
        refused({ refusal }) {
          // A session that this phone was in and that has no code any more is over.
          if (refusal === 'no-such-code' && (known || state.hello !== null)) {
            end();
            return;
          }
          if (refusal === 'no-such-code') forgetSessions(keep, jar, (other) => other === code);
          set({ refused: refusal, alive: false });
        },
        alive: (alive) => set({ alive }),
      });
      changed();
    },
    join(join) {
      wanted = join;
      sendJoin();
    },
    place(board, draft) {
      phone.keepDraft(board, null);
      state = { ...state, editing: null, uncovered: null };
      phone.outbox.place({ board, ...draft });
    },
    takeBack(board) {
      state = { ...state, editing: null, uncovered: null };
      phone.outbox.place({ board, answer: null, comment: '', audience: 0 });
    },
    edit: (editing) => set({ editing }),
    uncover: (uncovered) => set({ uncovered }),
    draft(board) {
      try {
        return JSON.parse(tab.get(draftKey(board)) ?? 'null') as Draft | null;
      } catch {
        return null;
      }
    },
    keepDraft(board, draft) {
      if (draft === null) tab.remove(draftKey(board));
      else tab.set(draftKey(board), JSON.stringify(draft));
    },
    wake: () => line?.wake(),
    cut: () => line?.cut(),
    forget() {
      line?.close();
      phone.outbox.clear();
      forgetSessions(keep, jar, () => true);
      for (const key of tab.keys('standpoint:')) tab.remove(key);
      wanted = null;
      set(START);
    },
  };
  return phone;
}
