/** The terminal that Standpoint was started in: Enter there prints a new start link. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What of `process.stdin` is used. */
interface Input {
  isTTY?: boolean;
  on(event: 'data', hear: (bytes: Buffer) => void): unknown;
  on(event: 'error', hear: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

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
  if (input.isTTY !== true) return;
  let listening = false;
  const listen = (): void => {
    listening = true;
    input.on('data', (bytes) => {
      if (bytes.includes(10) || bytes.includes(13)) press();
    });
    // Whoever asked a question there before has paused it.
    input.resume();
    // A terminal that was closed; the room goes on without it.
    input.on('error', () => undefined);
  };
  const look = (): void => {
    const front = inFront();
    if (front && !listening) listen();
    else if (front) input.resume();
    else if (listening) input.pause();
  };
  goesOn(look);
  look();
}

/** Whether the terminal's group in front is ours. Where nobody can say, it is not read. */
function isInFront(): boolean {
  if (process.platform === 'win32') return true;
  try {
    const [group, front] = process.platform === 'linux' ? groupsOfLinux() : groupsByPs();
    return group !== undefined && group === front;
  } catch {
    return false;
  }
}

/** This process's group and the terminal's one in front: the fifth and the eighth figure (proc(5)). */
function groupsOfLinux(): (string | undefined)[] {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name before them is in brackets and may hold anything.
  const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [rest[2], rest[5]];
}

function groupsByPs(): (string | undefined)[] {
  const asked = ['-o', 'pgid=,tpgid=', '-p', String(process.pid)];
  const told = execFileSync('ps', asked, { stdio: ['ignore', 'pipe', 'ignore'] });
  return told.toString().trim().split(/\s+/);
}
