import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { onEnter } from '../../../server/terminal.ts';

/** A terminal, and what brings the program back after Ctrl-Z. */
function terminal(front: () => boolean) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  let pressed = 0;
  let goOn = (): void => undefined;
  onEnter(
    input,
    () => {
      pressed += 1;
    },
    front,
    (tell) => {
      goOn = tell;
    },
  );
  return { input, pressed: () => pressed, goOn: () => goOn() };
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

test('T1 Enter in the terminal asks for a new link, other keys do not, and a terminal that closes ends nothing', async () => {
  const { input, pressed } = terminal(() => true);
  input.write('abc');
  await turn();
  expect(pressed()).toBe(0);
  input.write('\n');
  await turn();
  input.write('x\r\n');
  await turn();
  expect(pressed()).toBe(2);
  input.emit('error', new Error('EIO'));
});

test('T1 a terminal is read only while the program is in front: the system would stop it, and the room', async () => {
  let front = false;
  const { input, pressed, goOn } = terminal(() => front);
  expect(input.listenerCount('data')).toBe(0);
  input.write('\n');
  await turn();
  expect(pressed()).toBe(0);
  front = true;
  goOn();
  await turn();
  expect(pressed()).toBe(1);
  front = false;
  goOn();
  expect(input.isPaused()).toBe(true);
});

test('T1 Z5 a terminal that was paused after a question is read again', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.pause();
  let pressed = 0;
  onEnter(
    input,
    () => {
      pressed += 1;
    },
    () => true,
    () => undefined,
  );
  input.write('\n');
  await turn();
  expect(pressed).toBe(1);
});

test('T1 where the input is no terminal nothing is read from it', () => {
  const input = Object.assign(new PassThrough(), { isTTY: false });
  onEnter(input, () => undefined);
  expect(input.listenerCount('data')).toBe(0);
});
