/** Reading an archive: everything in it is checked, by hash and by form, before any of it is used. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { readConsultationFile } from '../../core/consultationFile.ts';
import { faultOf } from '../../core/schemaParts.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { LeftOut } from '../../core/leftOut.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Photo } from '../../core/photo.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readReport, readReview } from '../../core/schemaReport.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  manifestHeadSchema,
  manifestSchema,
} from '../../core/schemaArchive.ts';
import type { ArchivedRecommendations } from '../../core/schemaRecommendations.ts';
import { NO_SOURCES } from '../../core/talk/sources.ts';
import type { Release, SealedSession } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { StoredStudies } from '../store/studies.ts';
import { PHOTO_NAME, readPhotos } from './photos.ts';
import { readReleases } from './readReleases.ts';
import { readSession } from './readSession.ts';
import { NO_RECOMMENDATIONS, RECOMMENDATIONS_NAME, recommendationsFrom } from './recommendations.ts';
import { SOURCES_NAME, sourcesFrom } from './sources.ts';
import { NO_TALK } from '../store/talk.ts';
import { TALK_NAME, talkFrom } from './talk.ts';
import { NO_STUDIES, STUDIES_NAME, studiesFrom } from './studies.ts';
import { entriesOf, unpackEntry, type ZipEntry } from './unzip.ts';

export interface ReadArchive {
  consultation: Consultation;
  /** Sealed sessions with their responses; drafts have no boards. */
  sessions: SealedSession[];
  reviews: Review[];
  report: ReportDocument | null;
  releases: Release[];
  photos: Photo[];
  /** Points and themes, interviews and documents. */
  talk: StoredTalk;
  /** Case studies and corrections. */
  studies: StoredStudies;
  recommendations: ArchivedRecommendations;
  /** Sessions that were not finished when it was saved, and are not in it. */
  leftOut: LeftOut[];
}

/** What is no archive at all. */
export const NO_ARCHIVE = refuse('bad-file', '', 'a whole archive, as Standpoint saves it');

/** @returns what the archive holds, or a refusal that names the file and the place in it */
export async function readArchive(bytes: Uint8Array): Promise<ReadArchive | Refusal> {
  const files = await unpack(bytes);
  if (isRefusal(files)) return files;
  const manifest = readManifest(files);
  if (isRefusal(manifest)) return manifest;
  const json = (name: string): unknown => parse(files.get(name));

  const consultation = readConsultationFile(json('consultation.json'));
  if (isRefusal(consultation)) return inFile('consultation.json', consultation);
  if (consultation.id !== manifest.consultation)
    return refuse('bad-file', 'consultation.json', 'the consultation that the manifest names');

  const sessions: SealedSession[] = [];
  for (const name of [...files.keys()].filter((n) => /^sessions\/[^/]+\.json$/.test(n))) {
    const responses = files.get(name.replace(/json$/, 'responses.jsonl'));
    const session = await readSession(json(name), responses, consultation);
    if (isRefusal(session)) return inFile(name, session);
    if (name !== `sessions/${session.session.id}.json`)
      return refuse('bad-file', `${name}: session.id`, 'the id in its name');
    sessions.push(session);
  }
  if (sessions.length > LIMITS.sessionsPerConsultation)
    return refuse('too-large', 'sessions', `at most ${LIMITS.sessionsPerConsultation}`);
  const reviews = readReviews(json('reviews.json'), sessions);
  if (isRefusal(reviews)) return inFile('reviews.json', reviews);
  const report = files.has('report.json') ? readReport(json('report.json')) : null;
  if (isRefusal(report)) return inFile('report.json', report);
  const releases = readReleases(json('releases.json'), consultation.id);
  if (isRefusal(releases)) return inFile('releases.json', releases);
  const photos = readPhotos(files, sessions);
  if (isRefusal(photos)) return photos;
  const talk = files.has(TALK_NAME) ? talkFrom(json(TALK_NAME), sessions) : NO_TALK;
  if (isRefusal(talk)) return inFile(TALK_NAME, talk);
  const recommendations = files.has(RECOMMENDATIONS_NAME)
    ? recommendationsFrom(json(RECOMMENDATIONS_NAME), sessions)
    : NO_RECOMMENDATIONS;
  if (isRefusal(recommendations)) return inFile(RECOMMENDATIONS_NAME, recommendations);
  const sources = files.has(SOURCES_NAME) ? sourcesFrom(json(SOURCES_NAME)) : NO_SOURCES;
  if (isRefusal(sources)) return inFile(SOURCES_NAME, sources);
  const studies = files.has(STUDIES_NAME) ? studiesFrom(json(STUDIES_NAME), sessions) : NO_STUDIES;
  if (isRefusal(studies)) return inFile(STUDIES_NAME, studies);
  const leftOut = manifest.leftOut ?? [];
  const said = { ...talk, ...sources };
  return {
    consultation,
    sessions,
    reviews,
    report,
    releases,
    photos,
    talk: said,
    recommendations,
    studies,
    leftOut,
  };
}

/** A refusal of one file, with the file's name before its place. */
function inFile(name: string, refusal: Refusal): Refusal {
  const where = refusal.where === undefined || refusal.where === '' ? name : `${name}: ${refusal.where}`;
  return { ...refusal, where };
}

/** What an archive may hold, and how large each may be unpacked. */
const MOST_MANIFEST = 1_000_000;
const MEMBERS: [RegExp, number][] = [
  [/^manifest\.json$/, MOST_MANIFEST],
  [/^consultation\.json$/, 2 * LIMITS.documentBytes],
  [/^sessions\/[a-z0-9-]{1,40}\.json$/, 2 * LIMITS.documentBytes],
  [/^sessions\/[a-z0-9-]{1,40}\.responses\.jsonl$/, LIMITS.archiveUnpackedBytes],
  [PHOTO_NAME, LIMITS.photoBytes],
  [/^talk\.json$/, LIMITS.archiveUnpackedBytes],
  [/^case-studies\.json$/, LIMITS.archiveUnpackedBytes],
  [/^recommendations\.json$/, LIMITS.archiveUnpackedBytes],
  [/^sources\.json$/, LIMITS.archiveUnpackedBytes],
  [/^reviews\.json$/, LIMITS.archiveUnpackedBytes],
  [/^report\.json$/, 2 * LIMITS.reportBytes],
  [/^releases\.json$/, LIMITS.archiveUnpackedBytes],
];
/** Answers and texts are never packed as closely as this; a file made to fill the memory is. */
const CLOSEST = 100;
const SMALL = 5_000_000;

async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array> | Refusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  try {
    const entries = entriesOf(zip);
    // Looked through first, so that nothing is unpacked of one that is refused.
    // Another zip, the researchers' files for one; what one of its files should have been does not matter.
    const known = entries.every(({ name }) => MEMBERS.some(([pattern]) => pattern.test(name)));
    if (!known && !entries.some(({ name }) => name === 'manifest.json')) return NO_ARCHIVE;
    const refused = refusedIn(entries, zip.length);
    if (refused !== null) return known ? refused : ((await newerIn(zip, entries)) ?? refused);
    for (const entry of entries) files.set(entry.name, await unpackEntry(zip, entry));
    return files;
  } catch {
    return NO_ARCHIVE;
  }
}

/** A newer archive may well have files that are not known here: then its manifest says what is wrong. */
async function newerIn(zip: Buffer, entries: readonly ZipEntry[]): Promise<Refusal | null> {
  const manifest = entries.find(({ name }) => name === 'manifest.json');
  if (manifest === undefined || manifest.size > MOST_MANIFEST) return null;
  return newer(parse(await unpackEntry(zip, manifest)));
}

function refusedIn(entries: readonly ZipEntry[], length: number): Refusal | null {
  // Files that lie over each other would be unpacked over and over.
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > length)
    return refuse('bad-file', 'archive', 'a whole archive, as Standpoint saves it');
  let whole = 0;
  for (const { name, packed, size } of entries) {
    whole += size;
    const most = MEMBERS.find(([pattern]) => pattern.test(name))?.[1];
    if (most === undefined) return refuse('bad-file', name, 'only files that an archive has');
    if (whole > LIMITS.archiveUnpackedBytes || size > most)
      return refuse('too-large', name, `at most ${most / 1_000_000} MB unpacked`);
    if (size > SMALL && size > CLOSEST * packed)
      return refuse('bad-file', name, 'a file as Standpoint packs it');
  }
  return null;
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? new Uint8Array()));
  } catch {
    return undefined;
  }
}

function newer(manifest: unknown): Refusal | null {
  const head = v.safeParse(manifestHeadSchema, manifest);
  return head.success && head.output.version > ARCHIVE_VERSION
    ? refuse('file-newer', 'manifest.json', `version ${ARCHIVE_VERSION} at most`)
    : null;
}

function readManifest(
  files: ReadonlyMap<string, Uint8Array>,
): v.InferOutput<typeof manifestSchema> | Refusal {
  const value = parse(files.get('manifest.json'));
  const head = v.safeParse(manifestHeadSchema, value);
  if (!head.success)
    return refuse('bad-file', 'manifest.json', `"${ARCHIVE_FORMAT}", as Standpoint saves it`);
  const tooNew = newer(value);
  if (tooNew !== null) return tooNew;
  const manifest = v.safeParse(manifestSchema, value);
  if (!manifest.success) return inFile('manifest.json', faultOf(manifest.issues));
  const listed = new Set([...Object.keys(manifest.output.files), 'manifest.json']);
  const stray = [...files.keys()].find((name) => !listed.has(name));
  if (stray !== undefined) return refuse('bad-file', stray, 'only files that the manifest lists');
  for (const [name, hash] of Object.entries(manifest.output.files)) {
    const bytes = files.get(name);
    if (bytes === undefined) return refuse('bad-file', name, 'this file, which is missing');
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      return refuse(
        'bad-file',
        name,
        'the content that the manifest’s hash stands for; it was changed or damaged',
      );
  }
  return manifest.output;
}

function readReviews(value: unknown, sessions: readonly SealedSession[]): Review[] | Refusal {
  if (!Array.isArray(value)) return refuse('bad-file', '', 'a list of reviews');
  const responses = new Set(
    sessions.flatMap((s) => s.responses.map((r) => `${s.session.id} ${r.board} ${r.tag}`)),
  );
  const reviews: Review[] = [];
  for (const [i, item] of value.entries()) {
    const review = readReview(item);
    if (isRefusal(review)) return { ...review, where: `${i}.${review.where ?? ''}` };
    if (!responses.has(`${review.session} ${review.board} ${review.tag}`))
      return refuse('bad-file', String(i), 'a comment of one of the sessions');
    reviews.push(review);
  }
  return reviews;
}
