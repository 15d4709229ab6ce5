/** The terminal that Standpoint was started in: Enter there prints a new start link. */
import { execFileSync } from 'node:child_process';
import type { ReadStream } from 'node:tty';

type Input = Pick<ReadStream, 'isTTY' | 'on' | 'pause' | 'resume'>;

/**
 * Calls `press` at each Enter in a terminal; does nothing where the input is none. A program that reads
 * the terminal from the background is stopped by the system, and a room with it: so it is read only while
 * this one is in front.
 *
 * @param inFront whether this program is in front now; asked anew when it goes on after Ctrl-Z
 */
export function onEnter(
  input: Input,
  press: () => void,
  inFront: () => boolean = isInFront,
  goesOn: (tell: () => void) => void = (tell) => void process.on('SIGCONT', tell),
): void {
  if (!input.isTTY) return;
  const look = (): void => {
    if (inFront()) input.resume();
    else input.pause();
  };
  input.on('data', (bytes: Buffer) => {
    if (bytes.includes(10) || bytes.includes(13)) press();
  });
  // A terminal that was closed; the room goes on without it.
  input.on('error', () => undefined);
  goesOn(look);
  look();
}

/** Whether the terminal's group in front is ours. Where nobody can say, it is not read. */
function isInFront(): boolean {
  if (process.platform === 'win32') return true;
  try {
    const out = execFileSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [group, front] = out.toString().trim().split(/\s+/);
    return group !== undefined && group === front;
  } catch {
    return false;
  }
}
