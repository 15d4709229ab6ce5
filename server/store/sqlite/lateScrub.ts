/** Words that were changed or removed leave the copies of the database soon: once for all that go until then. */
const SCRUB_AFTER_MS = 10_000;

export class LateScrub {
  readonly #scrub: () => Promise<void>;
  #soon: NodeJS.Timeout | null = null;

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(scrub: () => Promise<void>) {
    this.#scrub = scrub;
  }

  soon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      // Should a copy fail to be renewed now, that is done at the next hour or start.
      void this.#scrub().catch(() => undefined);
    }, SCRUB_AFTER_MS).unref();
  }

  stop(): void {
    if (this.#soon !== null) clearTimeout(this.#soon);
  }
}
