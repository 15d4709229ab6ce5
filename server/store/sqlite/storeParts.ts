/** What the store is made of once its folder is opened and locked. */
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';

export interface StoreParts {
  paths: Paths;
  main: MainDb;
  random: (bytes: number) => Buffer;
  /** Lets the next program have the folder. */
  unlock: () => void;
}
