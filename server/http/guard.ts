/**
 * Who may ask at all. The Host must be an address of this machine, so that another site's name cannot
 * be pointed at it (DNS rebinding); an Origin must be that same Host; the facilitator's screens answer
 * only on the machine itself.
 */
import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import type { TLSSocket } from 'node:tls';
import { plainAddress } from '../use/roomCheck.ts';

export interface Guard {
  /** Host and Origin are of this machine. */
  sameSite(req: IncomingMessage): boolean;
  /** Also: from this machine, by a loopback name. */
  onThisMachine(req: IncomingMessage): boolean;
}

/** Whether a request came over TLS. */
export function isEncrypted(req: IncomingMessage): boolean {
  return (req.socket as Partial<TLSSocket>).encrypted === true;
}

export const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * @param ownAddresses every address of this machine now
 * @param certified whether the team's own certificate is for this name; it counts over TLS only
 */
export function makeGuard(
  ownAddresses: () => readonly string[],
  certified: (name: string) => boolean = () => false,
): Guard {
  const names = new Set([hostname().toLowerCase(), `${hostname().toLowerCase()}.local`]);
  const knownName = (name: string): boolean =>
    LOOPBACK_NAMES.has(name) ||
    names.has(name) ||
    ownAddresses().some((a) => a === name || `[${a}]` === name);

  const sameSite = (req: IncomingMessage): boolean => {
    const host = req.headers.host?.toLowerCase();
    if (host === undefined) return false;
    const tls = isEncrypted(req);
    const name = withoutPort(host);
    if (!knownName(name) && !(tls && certified(name))) return false;
    const { origin } = req.headers;
    // Requests without an Origin come from programs, or are plain navigations.
    return origin === undefined || origin.toLowerCase() === `${tls ? 'https' : 'http'}://${host}`;
  };
  return {
    sameSite,
    onThisMachine: (req) => {
      const remote = plainAddress(req.socket.remoteAddress ?? '');
      const local = remote === '::1' || remote.startsWith('127.');
      const name = withoutPort(req.headers.host?.toLowerCase() ?? '');
      return local && LOOPBACK_NAMES.has(name) && sameSite(req);
    },
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
