/**
 * While the database is damaged, one page in the place of the console: what happened, and a button that puts
 * the last good copy in its place. It answers on this machine only.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { mendEn } from '../core/messages/mend.en.ts';
import { makeGuard } from './http/guard.ts';

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

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Rejects when the port cannot be had. */
export async function serveMend({ root, port, made }: MendParts): Promise<Mend> {
  const template = Handlebars.compile(readFileSync(join(root, 'templates/mend.hbs'), 'utf8'));
  const guard = makeGuard(() => []);
  const pressed = Promise.withResolvers<void>();
  const http = createServer((req, res) => {
    const answer = (status: number, type: string, body: string): void => {
      res.writeHead(status, { ...HEADERS, 'Content-Type': type, Connection: 'close' }).end(body);
    };
    if (!guard.onThisMachine(req)) return answer(403, 'text/plain', '');
    answerMend(
      req,
      res,
      answer,
      () => template({ ...mendEn, text: mendEn.text.replace('{made}', made) }),
      pressed.resolve,
    );
  });
  await new Promise<void>((done, fail) => {
    http.once('error', fail);
    http.listen({ port, host: 'localhost' }, done);
  });
  const close = (): Promise<void> =>
    new Promise((done) => {
      http.close(() => done());
      // A browser keeps spare ones, which have asked for nothing and would be waited for.
      http.closeAllConnections();
    });
  return {
    port: (http.address() as AddressInfo).port,
    pressed: pressed.promise.then(close),
    close,
  };
}

function answerMend(
  { method, url, headers }: IncomingMessage,
  res: ServerResponse,
  answer: (status: number, type: string, body: string) => void,
  page: () => string,
  press: () => void,
): void {
  if (url === '/health') return answer(200, 'application/json', '{"alive":true}');
  if (url === '/ready') return answer(503, 'application/json', '{"ready":false,"reason":"damaged"}');
  if (method === 'GET' || method === 'HEAD') return answer(200, 'text/html; charset=utf-8', page());
  // The guard has compared an Origin with the Host; a form of a browser always says where it is from.
  if (method !== 'POST' || url !== '/mend' || headers.origin === undefined)
    return answer(403, 'text/plain', '');
  res.once('close', press);
  answer(200, 'text/html; charset=utf-8', WAIT);
}

/** Asks for the console until it is there again. */
const WAIT = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3;url=/console"><title>${mendEn.title}</title><p>${mendEn.wait}</p></html>`;
