/** A folder that stands for a stick, and waiting until something is on it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { STICK_FOLDER } from '../../server/stick/files.ts';
import type { TestServer } from './server.ts';

export interface MadeStick {
  folder: string;
  /** The files on it, with their bytes. */
  files(): Map<string, Buffer>;
  /** Waits until another copy is there than at the call, done by `what`. */
  copied(what: () => unknown): Promise<void>;
  pull(): void;
  plug(): void;
}

export function madeStick(): MadeStick {
  const at = mkdtempSync(join(tmpdir(), 'standpoint-stick-'));
  const folder = join(at, 'STICK');
  const ours = join(folder, STICK_FOLDER);
  mkdirSync(ours, { recursive: true });
  // What is just being written takes another name at any moment.
  const bytesOf = (name: string): [string, Buffer][] => {
    try {
      return [[name, readFileSync(join(ours, name))]];
    } catch {
      return [];
    }
  };
  const files = (): Map<string, Buffer> =>
    new Map((existsSync(ours) ? readdirSync(ours) : []).flatMap(bytesOf));
  const copies = (): string =>
    [...files()]
      .flatMap(([name, bytes]) => (/^copy-.*\.age$/.test(name) ? [bytes.toString('base64')] : []))
      .join();
  return {
    folder,
    files,
    copied: async (what) => {
      const before = copies();
      const told = watch(ours);
      await what();
      if (copies() !== before) return;
      for await (const _ of told) if (copies() !== before) return;
    },
    pull: () => renameSync(folder, `${folder} away`),
    plug: () => renameSync(`${folder} away`, folder),
  };
}

/** Names it on a server; gives its passphrase. */
export async function nameStick(server: TestServer, { folder }: MadeStick): Promise<string> {
  const named = await server.send<{ passphrase: string } | Refusal>('PUT', '/api/stick', { folder });
  if (isRefusal(named)) throw new Error(named.refusal);
  return named.passphrase;
}
