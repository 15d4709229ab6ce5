/** The register of an archive: checked, since what may be released later depends on it. */
import * as v from 'valibot';
import { faultOf } from '../../core/schemaParts.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { releaseSchema } from '../../core/schemaRelease.ts';
import type { Release } from '../store/store.ts';

export function readReleases(value: unknown, consultation: string): Release[] | Refusal {
  const parsed = v.safeParse(v.array(releaseSchema, 'a list of releases'), value);
  if (!parsed.success) return faultOf(parsed.issues);
  const releases = parsed.output as unknown as Release[];
  const foreign = releases.findIndex((r) => r.consultation !== consultation);
  if (foreign >= 0) return refuse('bad-file', `${foreign}.consultation`, 'the archive’s own consultation');
  const wrong = releases.findIndex((r, i) => r.number !== i + 1 || r.entry.number !== r.number);
  if (wrong >= 0) return refuse('bad-file', `${wrong}.number`, 'numbers that count from 1');
  return releases;
}
