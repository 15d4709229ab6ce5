/**
 * The cookie of a staff session. Its name has the port, since cookies are shared by all ports of a host
 * and several Standpoints run side by side.
 */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import { isEncrypted } from './guard.ts';

/** More of one name than this are not ours. */
const MOST = 4;

function nameFor(req: IncomingMessage): string {
  return `standpoint-${req.socket.localPort ?? 0}`;
}

/** What the browser sends under the cookie's name; more than one where another path has set it too. */
export function tokensIn(req: IncomingMessage): string[] {
  const start = `${nameFor(req)}=`;
  return (req.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
    .map((pair) => pair.slice(start.length))
    .slice(0, MOST);
}

/** @param lasts milliseconds until the browser may forget it */
export function giveToken(req: Request, res: Response, token: string, lasts: number): void {
  res.cookie(nameFor(req), token, { ...kind(req), maxAge: lasts });
}

export function takeToken(req: Request, res: Response): void {
  res.clearCookie(nameFor(req), kind(req));
}

/** No script can read it, no other site makes the browser send it, and over TLS it never goes in the clear. */
function kind(req: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isEncrypted(req) } as const;
}
