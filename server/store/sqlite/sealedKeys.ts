/**
 * Key files of sessions that are sealed: which codes for later there are, without opening a file for each
 * code that somebody tries.
 */
import { existsSync, readdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { KeyFile } from './keyFile.ts';
import { openKeys } from './liveFiles.ts';
import { destroyDatabase, keyPath, livePath, type Paths } from './paths.ts';

interface Known {
  hashOf: (code: string) => string;
  /** Hash of each code, and whether it is spent. */
  codes: Map<string, boolean>;
}

export class SealedKeys {
  readonly #paths: Paths;
  readonly #known = new Map<string, Known>();
  #read = false;

  constructor(paths: Paths) {
    this.#paths = paths;
  }

  /** Sessions without a live file that have a key file. */
  sessions(): string[] {
    return readdirSync(this.#paths.keys)
      .flatMap((name) => /^([a-z0-9-]+)\.db$/.exec(name)?.[1] ?? [])
      .filter((session) => !existsSync(livePath(this.#paths, session)));
  }

  exists(session: string): boolean {
    return existsSync(keyPath(this.#paths, session));
  }

  async lookUp(): Promise<(code: string) => { session: string; spent: boolean } | null> {
    if (!this.#read) {
      for (const session of this.sessions()) {
        this.changed(session);
        // Those that were left by a crash just after the last was spent, or by an earlier version.
        this.destroyIfSpent(session);
        await nextTurn();
      }
      this.#read = true;
    }
    return (code) => {
      for (const [session, { hashOf, codes }] of this.#known) {
        const spent = codes.get(hashOf(code));
        if (spent !== undefined) return { session, spent };
      }
      return null;
    };
  }

  /** A session was sealed, or what is in its key file has changed, or it is gone. */
  changed(session: string): void {
    this.#known.delete(session);
    const keys = existsSync(livePath(this.#paths, session)) ? null : openKeys(this.#paths, session);
    if (keys === null) return;
    const { codes } = keys;
    this.#known.set(session, { hashOf: (code) => codes.hashOf(code), codes: codes.all() });
    keys.close();
  }

  /**
   * Once all codes of a session are spent, nobody is found by its keys any more and they go. Until the
   * program stops it is remembered which codes those were: a second try after a lost answer hears that it was done.
   */
  destroyIfSpent(session: string): void {
    const codes = this.#known.get(session)?.codes;
    if (codes !== undefined && [...codes.values()].every((spent) => spent))
      destroyDatabase(keyPath(this.#paths, session));
  }

  destroy(session: string): void {
    destroyDatabase(keyPath(this.#paths, session));
    this.#known.delete(session);
  }

  /**
   * Does something for whoever has a code of this session.
   *
   * @returns what was done, or `code-unknown` or `code-spent`
   */
  async withToken<T>(
    session: string,
    code: string,
    work: (keys: KeyFile, token: string) => Promise<T>,
  ): Promise<T | Refusal> {
    const keys = openKeys(this.#paths, session);
    if (keys === null) {
      const known = this.#known.get(session);
      return refuse(known?.codes.get(known.hashOf(code)) === true ? 'code-spent' : 'code-unknown', 'code');
    }
    try {
      const found = keys.codes.find(code);
      if (found === null || found.is === 'card') return refuse('code-unknown', 'code');
      if (found.is === 'spent') return refuse('code-spent', 'code');
      return await work(keys, found.token);
    } finally {
      keys.close();
      this.changed(session);
      this.destroyIfSpent(session);
    }
  }
}
