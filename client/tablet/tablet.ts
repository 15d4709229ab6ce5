/**
 * The shared tablet's state and what can be done with it, without a word of how it looks. Of a person there is
 * nothing but `person`, in memory; what they hand in is sealed before anything keeps it.
 */
import type { TabletHello } from '../../core/protocol.ts';
import { isRefusal, type Refusal, type RefusalCode } from '../../core/refusal.ts';
import type { Packet } from '../../core/schemaTablet.ts';
import type { TabletLeft, Which } from '../../core/tablet.ts';
import type { TabletBoard } from '../../core/tabletView.ts';
import type { Draft } from '../phone/phone.ts';
import type { Link } from './line.ts';
import {
  answered,
  backward,
  boardsFor,
  drafted,
  forward,
  hasBegun,
  leftOut,
  newPerson,
  packetOf,
  type Person,
} from './person.ts';
import type { Queue } from './queue.ts';

export interface TabletUi {
  hello: TabletHello | null;
  link: Link;
  /** Told once, after locking. */
  pin: string | null;
  /** Whoever has it in their hands; null: the start. */
  person: Person | null;
  /** Somebody has just handed in, under this name in the queue, or said no. */
  passOn: { said: 'handed'; name: string } | { said: 'no' } | null;
  /** The way out is asked for. */
  leaving: boolean;
  /** Help is open. */
  help: boolean;
  /** Whether anybody is still there. */
  asking: boolean;
  /** Somebody was answering as the session was finished: nothing of it is kept, and they have to know. */
  cut: boolean;
  /** What could not be done, for the screen that asked. */
  failed: RefusalCode | 'away' | null;
  size: 0 | 1 | 2;
}

const START: TabletUi = {
  hello: null,
  link: 'first',
  pin: null,
  person: null,
  passOn: null,
  leaving: false,
  help: false,
  asking: false,
  cut: false,
  failed: null,
  size: 0,
};

export interface TabletPorts {
  queue: Queue;
  seal(recipient: string, packet: Packet): Promise<string>;
  token(): string;
  post<T>(path: string, body: object): Promise<T | Refusal | null>;
  card(typed: string): Promise<{ ok: true } | Refusal | null>;
  /** Calls back after the time for which it says that it saved. */
  afterSaved(action: () => void): void;
  /** This page is no tablet any more. */
  left(to: TabletLeft['to'] | 'out'): void;
  changed(): void;
}

export interface Tablet {
  readonly ui: TabletUi;
  /** The boards that whoever has it is asked, or would be. */
  boards(): TabletBoard[];
  /** It went round for one statement at a time, and is over: only whether people were heard is left to ask. */
  heardOnly(): boolean;
  set(part: Partial<TabletUi>): void;
  lock(which: Which): Promise<void>;
  leave(pin: string): Promise<void>;
  signOut(): Promise<void>;
  begin(again: boolean): void;
  /** Changes what the person chose. */
  choose(part: Partial<Pick<Person, 'lang' | 'groups' | 'quote' | 'step' | 'card' | 'heard'>>): void;
  next: () => void;
  back: () => void;
  no: () => void;
  keepDraft(board: number, draft: Draft): void;
  answer(board: number, draft: Draft): void;
  leaveOut(board: number): void;
  useCard(typed: string): Promise<void>;
  handIn(): Promise<void>;
  /** Forgets whoever had it; what was not handed in is gone. */
  drop(): void;
}

export function makeTablet(ports: TabletPorts): Tablet {
  let ui = START;
  const set = (part: Partial<TabletUi>): void => {
    ui = { ...ui, ...part };
    if (ui.link === 'gone' && ui.person !== null) ui = { ...ui, cut: hasBegun(ui.person), person: null };
    ports.changed();
  };
  const asks = (): Which => ui.hello?.tablet.which ?? 'every';
  const boards = (): TabletBoard[] => (ui.hello === null ? [] : boardsFor(asks(), ui.hello.view, ui.person));
  const heardOnly = (): boolean =>
    asks() === 'front' &&
    ui.hello?.view.state === 'ended' &&
    boardsFor('front', ui.hello.view, null).length === 0;
  const move = (change: (person: Person, hello: TabletHello) => Person | null): void => {
    if (ui.person === null || ui.hello === null) return;
    const person = change(ui.person, ui.hello);
    // Whoever goes back from the first screen has not begun.
    if (person === null) tablet.drop();
    else set({ person, failed: null });
  };
  const next = (person: Person, { info }: TabletHello): Person => forward(info, boards(), person);
  const setLocked = (locked: boolean, which = asks()): void => {
    if (ui.hello !== null)
      ui = { ...ui, hello: { ...ui.hello, tablet: { ...ui.hello.tablet, locked, which } } };
  };
  /** The next person finds the first screen, whatever the last one saw. */
  const passOn = (said: TabletUi['passOn']): void => {
    set({ person: null, passOn: said, help: false, failed: null, size: 0 });
    ports.afterSaved(() => ui.passOn === said && set({ passOn: null }));
  };

  const tablet: Tablet = {
    get ui() {
      return ui;
    },
    boards,
    heardOnly,
    set,
    async lock(which) {
      const answer = await ports.post<{ pin: string }>('/api/staff/tablet/lock', { which });
      if (answer === null) return set({ failed: 'away' });
      if (isRefusal(answer)) return set({ failed: answer.refusal });
      setLocked(true, which);
      set({ pin: answer.pin, failed: null });
    },
    async leave(pin) {
      const answer = await ports.post<TabletLeft>('/api/staff/tablet/leave', { pin });
      if (answer === null) return set({ failed: 'away' });
      if (isRefusal(answer)) return set({ failed: answer.refusal });
      setLocked(false);
      set({ ...START, hello: ui.hello, link: ui.link });
      ports.left(answer.to);
    },
    async signOut() {
      const answer = await ports.post<{ ok: true }>('/api/staff/sign-out', {});
      if (answer === null || isRefusal(answer)) set({ failed: answer?.refusal ?? 'away' });
      else ports.left('out');
    },
    begin(again) {
      if (ui.hello === null) return;
      const person = newPerson(ui.hello.info, again, heardOnly() ? 'heard' : asks());
      set({ person, passOn: null, failed: null });
    },
    choose: (part) => move((person) => ({ ...person, ...part })),
    next: () => move(next),
    back: () => {
      // A hand that takes the tablet up must not move the form of whoever put it down, which it does not see.
      if (ui.asking) return;
      if (ui.leaving) set({ leaving: false, failed: null });
      else if (ui.help) set({ help: false });
      else move((person, { info }) => backward(info, boards(), person));
    },
    no: () => passOn({ said: 'no' }),
    keepDraft: (board, draft) => move((person) => drafted(person, board, draft)),
    answer: (board, draft) => move((person, hello) => next(answered(person, board, draft), hello)),
    leaveOut: (board) => move((person, hello) => next(leftOut(person, board), hello)),
    async useCard(typed) {
      const { person } = ui;
      const answer = await ports.card(typed);
      // Whoever typed it may have put the tablet down meanwhile.
      if (ui.person !== person) return;
      if (answer !== null && isRefusal(answer)) set({ failed: answer.refusal });
      else {
        tablet.choose({ card: typed, step: 'end' });
        if (answer === null) set({ failed: 'away' });
      }
    },
    async handIn() {
      const { person, hello } = ui;
      if (person === null || hello === null) return;
      const packet = packetOf(asks(), ports.token(), boards(), person);
      if (packet === null) return passOn({ said: 'no' });
      // Pressed twice it is still one person.
      ui = { ...ui, person: null };
      try {
        const sealed = await ports.seal(hello.recipient, packet);
        passOn({ said: 'handed', name: ports.queue.put(sealed) });
      } catch {
        set({ person, failed: 'fault' });
      }
    },
    drop: () =>
      set({ person: null, passOn: null, leaving: false, help: false, asking: false, failed: null, size: 0 }),
  };
  return tablet;
}
