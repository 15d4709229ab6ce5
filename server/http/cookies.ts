/**
 * The cookie of a staff session. Its name has the port, since cookies are shared by all ports of a host
 * and several Standpoints run side by side.
 */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import { isEncrypted } from './guard.ts';

/** More of one name than this are not ours. */
const MOST = 4;

export interface Cookies {
  /** What the browser sends under the cookie's name; more than one where another path has set it too. */
  tokens(req: IncomingMessage): string[];
  /** @param lasts milliseconds until the browser may forget it */
  give(req: Request, res: Response, token: string, lasts: number): void;
  take(req: Request, res: Response): void;
}

/** @param ports where the two doors are; a request's own socket does not know any more once it is closed */
export function makeCookies(ports: { plain: () => number; tls: () => number }): Cookies {
  const nameFor = (req: IncomingMessage): string =>
    `standpoint-${isEncrypted(req) ? ports.tls() : ports.plain()}`;
  return {
    tokens: (req) => {
      const start = `${nameFor(req)}=`;
      return (req.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(start))
        .map((pair) => pair.slice(start.length))
        .slice(0, MOST);
    },
    give: (req, res, token, lasts) => void res.cookie(nameFor(req), token, { ...kind(req), maxAge: lasts }),
    take: (req, res) => void res.clearCookie(nameFor(req), kind(req)),
  };
}

/** No script can read it, no other site makes the browser send it, and over TLS it never goes in the clear. */
function kind(req: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isEncrypted(req) } as const;
}
