import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReadonlySignal } from '@preact/signals';
import { Server } from 'socket.io';

import { connectConsole, type ConsoleLink } from '../../client/console/socket.ts';
import type { ConsoleToServer, ServerToConsole } from '../../core/protocol.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { NotesChange } from '../../core/notesChange.ts';
import type { ConsoleNote, ConsoleView } from '../../core/view.ts';

let http: HttpServer;
let io: Server<ConsoleToServer, ServerToConsole>;
let link: ConsoleLink;
let origin: string;
/** What the server answers to `hello`. */
let answer: ConsoleView | Refusal;

function view(v: number, reopenFor = 0): ConsoleView & { notes: never } {
  return { v, reopenFor } as unknown as ConsoleView & { notes: never };
}

/** Resolves once a signal's value is as wanted. */
async function when<T>(signal: ReadonlySignal<T>, wanted: (value: T) => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = signal.subscribe((value) => {
      if (wanted(value)) {
        resolve();
        queueMicrotask(() => stop());
      }
    });
  });
}

beforeEach(async () => {
  http = createServer();
  io = new Server(http);
  io.of('/console').on('connection', (socket) => {
    socket.on('hello', (ack) => ack(answer));
    socket.on('do', (command, ack) => ack(command.do === 'undo' ? refuse('nothing-to-undo') : { ok: true }));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  link.close();
  await io.close();
});

describe('the console’s connection', () => {
  test('shows what hello brought, then only what is newer', async () => {
    answer = view(5);
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    expect(link.view.value?.v).toBe(5);
    io.of('/console').emit('view', view(4));
    io.of('/console').emit('view', view(7));
    io.of('/console').emit('view', view(6));
    io.of('/console').emit('view', view(8));
    const seen: number[] = [];
    const stop = link.view.subscribe((shown) => seen.push(shown?.v ?? 0));
    await when(link.view, (shown) => shown?.v === 8);
    stop();
    expect(seen).toEqual([5, 7, 8]);
  });

  test('keeps the comments where a view leaves them out because they are as they were', async () => {
    const notes = [{ id: 'n' }] as unknown as ConsoleView['notes'];
    answer = { ...view(5), notes };
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    io.of('/console').emit('view', view(6));
    await when(link.view, (shown) => shown?.v === 6);
    expect(link.view.value?.notes).toEqual(notes);
    io.of('/console').emit('view', { ...view(7), notes: { order: [], changed: [] } });
    await when(link.view, (shown) => shown?.v === 7);
    expect(link.view.value?.notes).toEqual([]);
  });

  test('of its comments it is told what changed, and asks for all of them when it lacks one', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }) as ConsoleNote);
    answer = { ...view(5), notes: [a, b] } as ConsoleView;
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    const told = { order: ['c', 'a'], changed: [c] } as NotesChange;
    io.of('/console').emit('view', { ...view(6), notes: told });
    await when(link.view, (shown) => shown?.v === 6);
    expect(link.view.value?.notes).toEqual([c, a]);
    answer = { ...view(9), notes: [b, c] } as ConsoleView;
    io.of('/console').emit('view', { ...view(7), notes: { order: ['b', 'c'], changed: [] } });
    await when(link.view, (shown) => shown?.v === 9);
    expect(link.view.value?.notes).toEqual([b, c]);
  });

  test('comes back by itself, and what hello brings then replaces a higher number', async () => {
    answer = view(50);
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    answer = view(1);
    const away = when(link.state, (state) => state === 'away');
    io.of('/console').disconnectSockets(true);
    await away;
    await when(link.state, (state) => state === 'here');
    expect(link.view.value?.v).toBe(1);
  });

  test('gives what the server answered, and never keeps a command for later', async () => {
    answer = view(1);
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    expect(await link.send({ do: 'start' })).toEqual({ ok: true });
    expect(await link.send({ do: 'undo' })).toEqual({ refusal: 'nothing-to-undo' });
    link.close();
    expect(await link.send({ do: 'start' })).toBe('away');
  });

  test('stays away from a session that is not running', async () => {
    answer = refuse('no-such-session');
    link = connectConsole('s', origin);
    await when(link.refused, (refusal) => refusal?.refusal === 'no-such-session');
    expect(link.view.value).toBeNull();
  });

  test('a session that was sealed while it was away is refused, and not asked for again', async () => {
    answer = view(5);
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    answer = refuse('no-such-session');
    io.of('/console').disconnectSockets(true);
    await when(link.refused, (refusal) => refusal?.refusal === 'no-such-session');
    expect(await link.send({ do: 'resume' })).toBe('away');
  });

  test('knows that nothing more comes', async () => {
    answer = view(1);
    link = connectConsole('s', origin);
    await when(link.state, (state) => state === 'here');
    io.of('/console').emit('gone');
    await when(link.state, (state) => state === 'gone');
    link.retry();
    expect(await link.send({ do: 'start' })).toBe('away');
  });
});
