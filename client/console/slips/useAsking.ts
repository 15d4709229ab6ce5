/** Asking with a word on the screen while there is no answer yet; what was typed stays meanwhile. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SlipAsk } from '../../../core/schemaSlips.ts';
import { deliver, type Delivery } from './ask.ts';
import { say } from './words.ts';

export interface Asking {
  /** Null: the page was left, or the asking was given up. */
  ask(body: SlipAsk): Promise<Delivery | null>;
  busy: boolean;
  /** What is to be said while it goes on; empty at first. */
  told: string;
  /** A key that was pressed meanwhile: a digit is kept for the next number. */
  meanwhile(key: string): void;
  /** The digits that were kept, once. */
  typedAhead(): string;
  /** Gives up waiting for an answer. */
  stop(): void;
}

export function useAsking(session: string): Asking {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const under = useRef<AbortController | null>(null);
  const ahead = useRef('');
  const meanwhile = (key: string): void => {
    if (/^\d$/.test(key)) ahead.current += key;
  };
  const typedAhead = (): string => {
    const typed = ahead.current;
    ahead.current = '';
    return typed;
  };
  const stop = (): void => {
    under.current?.abort();
    under.current = null;
    setBusy(false);
    setTold('');
  };
  useEffect(() => stop, []);
  const ask = async (body: SlipAsk): Promise<Delivery | null> => {
    under.current?.abort();
    ahead.current = '';
    const own = new AbortController();
    under.current = own;
    setBusy(true);
    const sent = await deliver(session, body, () => setTold(say('told.waiting')), own.signal);
    if (under.current === own) stop();
    return sent;
  };
  return { ask, busy, told, meanwhile, typedAhead, stop };
}
