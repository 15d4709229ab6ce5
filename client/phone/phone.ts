/**
 * The phone's state and what can be done with it, without a word of how it looks: the session it is
 * in, the line, what is saved and what is not, drafts.
 */
import type { ComeBack, Hello, Me, WasTakenOut } from '../../core/protocol.ts';
import { PROTOCOL_VERSION } from '../../core/protocol.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Answer } from '../../core/scale.ts';
import type { Join } from '../../core/schema.ts';
import type { AloneAsk } from '../../core/schemaAlone.ts';
import type { Line } from '../shared/connection.ts';
import { makeOutbox, type Outbox } from '../shared/outbox.ts';
import type { Keep } from '../shared/storage.ts';
import { forgetSessions, keepToken, keptToken, lockedKeep, tokenFor, tokenLasts } from '../shared/storage.ts';
import type { Carried } from './handOver.ts';
import type { PhonePorts } from './phonePorts.ts';
import { START, type PhoneState } from './phoneState.ts';

export interface Draft {
  answer: Answer | null;
  comment: string;
  audience: 0 | 1;
}

/** What became of something that was asked for once: what came back, or why not. */
export type Asked<T> = T | Refusal;

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
  /** All that is written and not yet placed, by place; after the end what was then. */
  begun(): [board: number, draft: Draft][];
  /** A page that is loaded again is the same person. */
  lasts(): boolean;
  wake(): void;
  /** The phone has no network any more. */
  cut(): void;
  /** Forgets everything on this phone; what was placed stays in. */
  forget(): void;
  /** What this person takes along to another laptop; null: they have not joined. */
  carried(): Carried | null;
  /** They have gone on there. At the same address the cookie is the new page's as well, and stays. */
  movedOn(sameAddress: boolean): void;
  /** Another tab has forgotten everything. */
  forgotten(): void;
  /** Takes everything back and forgets it; gives why that was not done. */
  takeAllBack(): Promise<Refusal | null>;
  /** A code for later, or the one on a card. */
  code(card?: string): Promise<Asked<{ code: string }>>;
  /** Goes on without the card that was refused. */
  withoutCard(): void;
  quote(quote: boolean): void;
  alone(ask: AloneAsk): Promise<Asked<{ ok: true }>>;
  /** Looks up a code from before; with one of a session under way this phone goes on as that person. */
  comeBack(code: string): Promise<Asked<ComeBack>>;
  takeOut(code: string, what: 'all' | 'quote'): Promise<Asked<WasTakenOut>>;
}

/** What could not be asked at all. */
const NOBODY: Refusal = { refusal: 'fault' };

export function makePhone({ base, openLine, keep, tab, jar, post, changed }: PhonePorts): Phone {
  let state = START;
  let line: Line | null = null;
  /** Who this page is since it has joined, whatever another tab does to what is kept. */
  let mine: string | null = null;
  /** A card that was typed before there was anybody to have it. */
  let card: string | null = null;
  /** The yes as it was given: sent again if it was not answered, or if the laptop has lost it. */
  let wanted: Join | null = null;

  function set(part: Partial<PhoneState>): void {
    state = { ...state, ...part };
    changed();
  }

  const token = (): string => mine ?? tokenFor(keep, jar, state.code ?? '');
  const locked = (place: Keep): Keep => lockedKeep(place, token, jar.random);
  const drafts = locked(tab);

  function boxFor(code: string): Outbox {
    return makeOutbox(code, {
      keep: locked(keep),
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
        mine = token();
        setMe(answer);
        set({ joining: 'no' });
        phone.outbox.reconcile(answer.mine);
        claim();
      }
    });
    changed();
  }

  /** Makes the card that was typed before the yes this person's, or tells at once that it is not. */
  function claim(): void {
    if (card === null) return;
    const typed = card;
    card = null;
    void phone.code(typed).then((answer) => isRefusal(answer) && set({ cardRefused: answer.refusal }));
  }

  function ask<T>(event: 'code' | 'quote' | 'alone' | 'leave', args: readonly unknown[]): Promise<Asked<T>> {
    return new Promise((done) => {
      if (line === null) done(NOBODY);
      else line.ask(event, args, (answer) => done((answer as Asked<T> | null) ?? NOBODY));
    });
  }

  function onHello(hello: Hello): void {
    if (hello.me.joined) mine = token();
    if (hello.me.joined) wanted = { groups: hello.me.groups, quote: hello.me.quote };
    set({ hello, outdated: hello.protocol > PROTOCOL_VERSION, refused: null });
    if (hello.me.joined) {
      state = { ...state, joining: 'no' };
      phone.outbox.reconcile(hello.me.mine);
      claim();
    } else sendJoin();
  }

  /** Without a word that it is over, the token stays: the laptop may be back with everything. */
  function end(told: boolean): void {
    state = { ...state, begun: phone.begun() };
    forgetSessions(keep, jar, (code) => told || code !== state.code);
    for (const key of tab.keys('standpoint:')) tab.remove(key);
    set({ gone: true, alive: false });
  }

  function letGo(left: PhoneState['left']): void {
    line?.close();
    line = null;
    phone.outbox.clear();
    tab.clear();
    [wanted, mine, card] = [null, null, null];
    set({ ...START, left });
  }

  function forget(left: PhoneState['left']): void {
    letGo(left);
    forgetSessions(keep, jar, () => true);
    keep.clear();
  }

  const draftKey = (board: number | ''): string => `standpoint:draft:${state.code}:${board}`;

  const phone: Phone = {
    get state() {
      return state;
    },
    outbox: boxFor(''),
    open(code) {
      line?.close();
      const known = keptToken(keep, jar, code) !== null;
      state = { ...START, code };
      mine = null;
      phone.outbox = boxFor(code);
      line = openLine(base, {
        auth: () => ({ code, token: token() }),
        hello: onHello,
        view(view) {
          if (state.hello !== null) set({ hello: { ...state.hello, view } });
          // Whoever met a closed door may knock again once it is open.
          if (state.joining === 'door-locked' && !view.doorLocked) set({ joining: 'no' });
          phone.outbox.flush();
        },
        gone: () => end(true),
        left: () => forget('taken'),
        elsewhere: () => set({ elsewhere: true, alive: false }),
        refused({ refusal }) {
          // A session that this phone was in and that has no code any more is over.
          if (refusal === 'no-such-code' && (known || state.hello !== null)) {
            end(false);
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
    takeBack: (board) => phone.place(board, { answer: null, comment: '', audience: 0 }),
    edit: (editing) => set({ editing }),
    uncover: (uncovered) => set({ uncovered }),
    draft(board) {
      try {
        return JSON.parse(drafts.get(draftKey(board)) ?? 'null') as Draft | null;
      } catch {
        return null;
      }
    },
    keepDraft(board, draft) {
      if (draft === null) tab.remove(draftKey(board));
      else drafts.set(draftKey(board), JSON.stringify(draft));
    },
    begun: () =>
      state.begun ??
      tab.keys(draftKey('')).flatMap((key): [number, Draft][] => {
        const board = Number(key.split(':')[3]);
        const draft = phone.draft(board);
        return draft === null ? [] : [[board, draft]];
      }),
    lasts: () => tokenLasts(keep, jar, state.code ?? ''),
    wake: () => line?.wake(),
    cut: () => line?.cut(),
    forget: () => forget(mine === null ? null : 'kept'),
    carried: () =>
      mine === null
        ? null
        : { code: state.code ?? '', token: mine, join: wanted, entries: phone.outbox.entries() },
    movedOn(sameAddress) {
      letGo(null);
      if (!sameAddress) forgetSessions(keep, jar, () => true);
      keep.clear();
    },
    forgotten() {
      if (mine !== null) letGo('elsewhere');
    },
    takeAllBack: async () => {
      const answer = await ask<{ ok: true }>('leave', []);
      if (isRefusal(answer)) return answer;
      // The laptop says the same to every tab; here it may be known first.
      forget('taken');
      return null;
    },
    code: async (typed) => {
      const answer = await ask<{ code: string }>('code', [typed === undefined ? {} : { card: typed }]);
      if (!isRefusal(answer)) set({ cardRefused: null });
      return answer;
    },
    alone: (wish) => ask('alone', [wish]),
    withoutCard: () => set({ cardRefused: null }),
    quote(quote) {
      void ask<Me>('quote', [{ quote }]).then((me) => {
        if (isRefusal(me)) return;
        wanted = { groups: me.groups, quote: me.quote };
        setMe(me);
        changed();
      });
    },
    comeBack: async (code) => {
      const answer = (await post('/j/code', { code })) as Asked<ComeBack>;
      if (isRefusal(answer) || answer.is === 'sealed') return answer;
      if (answer.is === 'person') {
        forget(null);
        keepToken(keep, jar, answer.join, answer.token);
      } else if (answer.is === 'card') card = code;
      return answer;
    },
    takeOut: async (code, what) => (await post('/j/takeout', { code, what })) as Asked<WasTakenOut>,
  };
  return phone;
}
