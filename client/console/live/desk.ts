/** What the parts of the live screen share: the connection, the dialog that is open, the last message. */
import { signal, type Signal } from '@preact/signals';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { Command } from '../../../core/room.ts';
import type { ConsoleNote } from '../../../core/view.ts';
import type { ConsoleLink } from '../socket.ts';
import { say } from './words.ts';

export type OpenDialog =
  | { kind: 'addFor' | 'attendance' | 'cards' | 'keys' | 'room' | 'end' | 'tablet' | 'check' | 'checkPaper' }
  | { kind: 'redact'; note: ConsoleNote }
  | { kind: 'concern'; id: string }
  /** Fewer than five answered: the step is sent again once the room was asked. */
  | { kind: 'small'; answered: number; dots: boolean; step: Command }
  /** A few answers have changed since it was shown: the step is sent again with what was chosen. */
  | { kind: 'few'; changed: number; step: Command }
  /** A whole group gave one answer: the step is sent again with what was chosen. */
  | { kind: 'alike'; groups: string[]; step: Command };

export interface Desk {
  link: ConsoleLink;
  /** The last thing that was said to the facilitator. */
  message: Signal<string>;
  dialog: Signal<OpenDialog | null>;
  /** Single keys are switched off on this laptop. */
  keysOff: Signal<boolean>;
  /** When the facilitator's own clock was started, on the clock of `performance.now`; null while it is off. */
  timing: Signal<number | null>;
  /** A topic that is being typed: it waits here while a statement is in the place of the list. */
  topic: Signal<string>;
  /** Topics whose words are being changed, by number: they wait in the same way. */
  topicsChanged: Signal<ReadonlyMap<number, { typed: string; first: string }>>;
  /**
   * Sends commands one after the other until one is refused; says why it was.
   *
   * @returns whether all were done
   */
  run(...commands: Command[]): Promise<boolean>;
}

const KEYS_OFF = 'standpoint-keys-off';

export function refusalWords({ refusal }: Refusal): string {
  return REFUSALS[refusal].wording;
}

export function makeDesk(link: ConsoleLink): Desk {
  const message = signal('');
  const dialog = signal<OpenDialog | null>(null);
  const keysOff = signal(localStorage.getItem(KEYS_OFF) === '1');
  keysOff.subscribe((off) => {
    if (off) localStorage.setItem(KEYS_OFF, '1');
    else localStorage.removeItem(KEYS_OFF);
  });

  const runOne = async (command: Command): Promise<boolean> => {
    const outcome = await link.send(command);
    if (outcome === 'away') message.value = say('did.away');
    else if (isRefusal(outcome)) {
      if (outcome.refusal === 'small-room')
        dialog.value = {
          kind: 'small',
          answered: Number(outcome.detail ?? 0),
          dots: outcome.where === 'change.dots',
          step: command,
        };
      else if (outcome.refusal === 'few-changed')
        dialog.value = { kind: 'few', changed: Number(outcome.detail ?? 0), step: command };
      else if (outcome.refusal === 'one-answer')
        dialog.value = { kind: 'alike', groups: (outcome.detail ?? '').split(' '), step: command };
      else message.value = refusalWords(outcome);
    } else {
      if (command.do === 'undo') message.value = say('did.undone');
      return true;
    }
    return false;
  };
  return {
    link,
    message,
    dialog,
    keysOff,
    timing: signal<number | null>(null),
    topic: signal(''),
    topicsChanged: signal<ReadonlyMap<number, { typed: string; first: string }>>(new Map()),
    run: async (...commands) => {
      message.value = '';
      for (const command of commands) if (!(await runOne(command))) return false;
      return true;
    },
  };
}
