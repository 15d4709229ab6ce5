/** The register of an archive: checked, since what may be released later depends on it. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { faultOf } from '../../core/schemaParts.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { releasesSchema } from '../../core/schemaRelease.ts';
import type { Release } from '../store/store.ts';

/**
 * The register as it stood. Refused with its place where its form is wrong, it is of another consultation,
 * its numbers do not count from 1, or a report is not the one that its hash stands for.
 */
export function readReleases(value: unknown, consultation: string): Release[] | Refusal {
  const parsed = v.safeParse(releasesSchema, value);
  if (!parsed.success) return faultOf(parsed.issues);
  // As it stood: a schema may put fields in another order, and the hash is over their text.
  const releases = value as Release[];
  const foreign = releases.findIndex((r) => r.consultation !== consultation);
  if (foreign >= 0) return refuse('bad-file', `${foreign}.consultation`, 'the archive’s own consultation');
  const wrong = releases.findIndex((r, i) => r.number !== i + 1 || r.entry.number !== r.number);
  if (wrong >= 0) return refuse('bad-file', `${wrong}.number`, 'numbers that count from 1');
  const changed = releases.findIndex(
    (r) => createHash('sha256').update(JSON.stringify(r.model)).digest('hex') !== (r.now ?? r.hash),
  );
  if (changed >= 0) return refuse('bad-file', `${changed}.model`, 'the report that its hash stands for');
  return releases;
}
