/** Requests as any client can make them: any Host and Origin, over TLS without trusting the certificate. */
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as it came. */
  bytes: Buffer;
  /** The body read as JSON; undefined when it is none. */
  json: unknown;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** The address that it is asked from, where that matters. */
  from?: string;
}

/** Asks once. Requests that change something carry the header that the console sends. */
export function asks(url: string, { method = 'GET', headers = {}, body, from }: Ask = {}): Promise<Answer> {
  const at = new URL(url);
  const send = at.protocol === 'https:' ? tlsRequest : plainRequest;
  const sent = body === undefined ? '' : JSON.stringify(body);
  const own =
    method === 'GET'
      ? {}
      : {
          'X-Standpoint': '1',
          'Content-Type': 'application/json',
          // Node counts the bytes of a POST by itself, and of a DELETE not.
          'Content-Length': String(Buffer.byteLength(sent)),
        };
  return new Promise((done, fail) => {
    const req = send(
      at,
      // The certificate signs itself: people compare its fingerprint, and tests have nobody to fear.
      {
        method,
        headers: { ...own, ...headers },
        rejectUnauthorized: false,
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          done({ status: res.statusCode ?? 0, headers: res.headers, bytes, text, json: parsed(text) });
        });
      },
    );
    req.once('error', fail);
    req.end(sent);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The cookie that an answer sets, as a browser would send it back; empty when it sets none. */
export function cookieOf({ headers }: Answer): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}
