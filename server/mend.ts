/**
 * While the database is damaged, one page in the place of the console: what happened, and a button that puts
 * the last good copy in its place. It answers on this machine only.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { builtClient } from '../build/client.ts';
import { mendEn } from '../core/messages/mend.en.ts';
import { makeGuard } from './http/guard.ts';
import { takePort } from './loopback.ts';

export interface Mend {
  port: number;
  /** Resolves once somebody has pressed the button; the port is free again then. */
  pressed: Promise<void>;
  close(): Promise<void>;
}

interface MendParts {
  root: string;
  port: number;
  /** When the copy was made, for people. */
  made: string;
}

/**
 * Goes on once the program itself is there. Asked by a script: a page that only loads itself anew ends at the
 * browser's own error page when nobody has the port for a moment.
 */
const GO_ON = `const look = async () => {
  try {
    if ((await (await fetch('/ready')).json()).reason !== 'damaged') return location.replace('/console');
  } catch {}
  setTimeout(look, 500);
};
look();`;

const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    `script-src 'sha256-${createHash('sha256').update(GO_ON).digest('base64')}'`,
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  // Not `no-referrer`: under that a browser says of a form that it is from nowhere ("Origin: null").
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

interface Words {
  heading: string;
  texts: string[];
  button?: string;
  hint: string;
  script?: string;
}

/** Rejects when the port cannot be had. */
export async function serveMend({ root, port, made }: MendParts): Promise<Mend> {
  const template = Handlebars.compile(readFileSync(join(root, 'templates/mend.hbs'), 'utf8'));
  const { lang, name, title, damaged, waiting, refused } = mendEn;
  const fonts = builtFonts();
  const page = (words: Words, values: Record<string, string> = {}): string => {
    const texts = words.texts.map((text) =>
      text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''),
    );
    return template({ lang, name, title, fonts, ...words, texts });
  };
  const guard = makeGuard(() => []);
  const pressed = Promise.withResolvers<void>();
  const portNow = (): number => (http.address() as AddressInfo | null)?.port ?? port;
  const http = createServer((req, res) => {
    const answer = (status: number, type: string, body: string): void => {
      res.writeHead(status, { ...HEADERS, 'Content-Type': type, Connection: 'close' }).end(body);
    };
    const show = (status: number, html: string): void => answer(status, 'text/html; charset=utf-8', html);
    const asked = guard.onThisMachine(req) ? whatIsAsked(req) : 'refused';
    switch (asked) {
      case 'health':
        return answer(200, 'application/json', '{"alive":true}');
      case 'ready':
        return answer(503, 'application/json', '{"ready":false,"reason":"damaged"}');
      case 'page':
        return show(200, page(damaged, { made }));
      case 'press':
        res.once('close', pressed.resolve);
        return show(200, page({ ...waiting, script: GO_ON }));
      case 'refused':
        return show(403, page(refused, { url: `http://localhost:${portNow()}/` }));
    }
  });
  const shutHere = await takePort(http, port, '127.0.0.1');
  const close = (): Promise<void> =>
    new Promise((done) => {
      shutHere();
      http.close(() => done());
      // A browser keeps spare ones, which have asked for nothing and would be waited for.
      http.closeAllConnections();
    });
  return { port: portNow(), pressed: pressed.promise.then(close), close };
}

function whatIsAsked({
  method,
  url,
  headers,
}: IncomingMessage): 'health' | 'ready' | 'page' | 'press' | 'refused' {
  if (url === '/health') return 'health';
  if (url === '/ready') return 'ready';
  if (method === 'GET' || method === 'HEAD') return 'page';
  // The guard has compared an Origin with the Host; a form of a browser always says where it is from.
  return method === 'POST' && url === '/mend' && headers.origin !== undefined ? 'press' : 'refused';
}

/** The type of every screen, within the page. Where the build cannot be read the laptop's own type has to do. */
function builtFonts(): { weight: string; data: string }[] {
  try {
    return readdirSync(builtClient).flatMap((name) => {
      const weight = /^atkinson-hyperlegible-next-latin-(400|700)-normal-.*\.woff2$/.exec(name)?.[1];
      return weight === undefined ? [] : [{ weight, data: readFileSync(join(builtClient, name), 'base64') }];
    });
  } catch {
    return [];
  }
}
