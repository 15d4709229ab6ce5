/** Opens the console in this laptop's usual browser, by the program that each system has for that. */
import { spawn } from 'node:child_process';

/** A browser that nobody had open may stay with its starter for as long as it runs. */
const LONG_ENOUGH_MS = 5000;

/** @returns whether it was opened, as far as the system tells */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const [program, ...args] = opener(url, platform);
  return new Promise((done) => {
    // Apart from us, so that Ctrl-C here does not close somebody's browser.
    const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
    const settle = (opened: boolean): void => {
      clearTimeout(waited);
      child.unref();
      done(opened);
    };
    const waited = setTimeout(() => settle(true), LONG_ENOUGH_MS);
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}

/** The command; an address of ours has no sign that any of these would take for one of its own. */
export function opener(url: string, platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}
