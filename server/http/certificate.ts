/**
 * The certificate that other devices are shown: the team's own, or one that signs itself, made when it is
 * first needed and kept in the data folder.
 */
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';

const DAY_MS = 24 * 60 * 60_000;
/** Browsers take none that lasts longer than about a year. */
const DAYS = 365;

export interface Certificate {
  cert: string;
  key: string;
  /** SHA-256 of the certificate, in hex without colons. */
  fingerprint: string;
  /** The team's own, rather than one that signs itself. */
  trusted: boolean;
  /** Whether it is for this host name. */
  isFor(name: string): boolean;
  /** The name by which it should be opened; null: an address will do. */
  name: string | null;
}

/** Paths of the team's own certificate and its key. */
export interface CertificatePaths {
  cert: string;
  key: string;
}

/** Reads the team's own certificate; throws one sentence when it cannot be used. */
export async function readOwnCertificate(paths: CertificatePaths): Promise<Certificate> {
  const read = async (path: string, flag: string): Promise<string> => {
    try {
      return await readFile(path, 'utf8');
    } catch {
      throw new CertificateFault(`${flag} is "${path}", which cannot be read.`);
    }
  };
  const cert = await read(paths.cert, '--tls-cert (TLS_CERT)');
  const key = await read(paths.key, '--tls-key (TLS_KEY)');
  try {
    createSecureContext({ cert, key });
    const parsed = new X509Certificate(cert);
    if (parsed.checkPrivateKey(createPrivateKey(key))) return described(cert, key, true);
  } catch {
    throw new CertificateFault(
      `--tls-cert (TLS_CERT) and --tls-key (TLS_KEY) have to be a certificate and its key, both as PEM.`,
    );
  }
  throw new CertificateFault('The key of --tls-key (TLS_KEY) is not that of the certificate.');
}

/** Says in one sentence why the team's certificate cannot be used. */
export class CertificateFault extends Error {}

/** The one in the data folder, where there is one that holds for a day or more. */
export async function keptCertificate(folder: string, now: number): Promise<Certificate | null> {
  try {
    const [cert, key] = await Promise.all(filesIn(folder).map(async (path) => readFile(path, 'utf8')));
    if (cert === undefined || key === undefined) return null;
    const parsed = new X509Certificate(cert);
    const holds =
      parsed.validToDate.getTime() > now + DAY_MS && parsed.checkPrivateKey(createPrivateKey(key));
    return holds ? described(cert, key, false) : null;
  } catch {
    return null;
  }
}

/** Makes one that signs itself, for this machine's names and addresses, and keeps it for the owner's eyes only. */
export async function makeCertificate(
  folder: string,
  addresses: readonly string[],
  now: number,
): Promise<Certificate> {
  // It and what it brings take a moment to load, and most laptops never need it.
  const { generate } = await import('selfsigned');
  const host = hostname().toLowerCase();
  const altNames = [
    ...['localhost', host, `${host}.local`].map((value) => ({ type: 2 as const, value })),
    ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
  ];
  const made = await generate([{ name: 'commonName', value: 'Standpoint on this laptop' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A device whose clock is a little behind must be able to use it at once.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  const [certPath, keyPath] = filesIn(folder);
  await keep(keyPath, made.private);
  await keep(certPath, made.cert);
  return described(made.cert, made.private, false);
}

function filesIn(folder: string): [cert: string, key: string] {
  return [join(folder, 'tls-cert.pem'), join(folder, 'tls-key.pem')];
}

async function keep(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  await writeFile(part, text, { mode: 0o600, flag: 'wx', flush: true });
  await rename(part, path);
}

function described(cert: string, key: string, trusted: boolean): Certificate {
  const parsed = new X509Certificate(cert);
  const names = [...(parsed.subjectAltName ?? '').matchAll(/DNS:([^,\s"]+)/g)].map(([, name]) => name ?? '');
  return {
    cert,
    key,
    fingerprint: parsed.fingerprint256.replaceAll(':', '').toLowerCase(),
    trusted,
    isFor: (name) => parsed.checkHost(name) !== undefined,
    name: trusted ? (names.find((name) => !name.startsWith('*')) ?? null) : null,
  };
}
