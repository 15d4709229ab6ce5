/**
 * The second door, for devices of staff: the same pages and sockets over TLS. It opens when a device is
 * first added, and at the start where there is a certificate already, so that devices find their way back.
 */
import { BACKLOG } from '../backlog.ts';
import type { RequestListener } from 'node:http';
import { createServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { makeCertificate, keptCertificate, type Certificate } from './certificate.ts';
import { DOOR } from './doorOptions.ts';
import type { TlsAddress } from './staff.ts';

export interface TlsDoorParts {
  /** Where a certificate is kept, and made. */
  folder: string;
  /** The team's own certificate. */
  own: Certificate | null;
  port: number;
  host: string;
  app: RequestListener;
  /** Lets sockets in through this server too. */
  attach: (server: HttpsServer) => void;
  /** Addresses of this machine now. */
  ownAddresses: () => readonly string[];
  /** What phones open now: http://192.168.1.20:8080 */
  address: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface TlsDoor {
  /** Opens where it is not open yet. Refused: `tls-port-taken`. */
  open: () => Promise<TlsAddress | Refusal>;
  /** Opens where there is a certificate already; null: there is none. Refused: `tls-port-taken`. */
  openIfUsed: () => Promise<TlsAddress | Refusal | null>;
  /** Whether the certificate in use is the team's own and for this name. */
  isCertified: (name: string) => boolean;
  /** Where it listens; 0 while it is shut. */
  port: () => number;
  close: () => Promise<void>;
}

export function makeTlsDoor(parts: TlsDoorParts): TlsDoor {
  let certificate: Certificate | null = parts.own;
  let server: HttpsServer | null = null;
  let opening: Promise<TlsAddress | Refusal> | null = null;

  const told = (using: Certificate, at: HttpsServer): TlsAddress => {
    const { port } = at.address() as AddressInfo;
    const host = using.name ?? new URL(parts.address()).hostname;
    return {
      url: port === 443 ? `https://${host}` : `https://${host}:${port}`,
      fingerprint: using.fingerprint,
      trusted: using.trusted,
    };
  };

  const openNow = async (): Promise<TlsAddress | Refusal> => {
    certificate ??=
      (await keptCertificate(parts.folder, parts.now())) ??
      (await makeCertificate(parts.folder, parts.ownAddresses(), parts.now()));
    const { cert, key } = certificate;
    const fresh = createServer({ ...DOOR, cert, key, minVersion: 'TLSv1.2' }, parts.app);
    try {
      await listen(fresh, parts.port, parts.host);
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
      if (code === 'EADDRINUSE' || code === 'EACCES') return refuse('tls-port-taken', String(parts.port));
      throw error;
    }
    // Once it listens: what listens later makes the sockets' own server begin anew.
    parts.attach(fresh);
    server = fresh;
    return told(certificate, fresh);
  };

  const open = async (): Promise<TlsAddress | Refusal> => {
    if (server !== null && certificate !== null) return told(certificate, server);
    opening ??= openNow().finally(() => {
      opening = null;
    });
    return opening;
  };

  return {
    open,
    openIfUsed: async () => {
      certificate ??= await keptCertificate(parts.folder, parts.now());
      return certificate === null ? null : open();
    },
    isCertified: (name) => certificate !== null && certificate.trusted && certificate.isFor(name),
    port: () => (server?.address() as AddressInfo | null)?.port ?? 0,
    close: async () => {
      const at = server;
      if (at === null) return;
      at.closeAllConnections();
      await new Promise((done) => at.close(done));
    },
  };
}

function listen(server: HttpsServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
