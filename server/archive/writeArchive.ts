/**
 * A consultation with everything in it as one file that another Standpoint opens or merges: a zip of
 * JSON, with the SHA-256 of each file in its manifest. docs/EXPORTS.md describes it. Keys never go in.
 */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { consultationFile } from '../../core/consultationFile.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchivedResponse } from '../../core/schemaArchive.ts';
import { readEvidence } from '../../core/recommendations/types.ts';
import type { ArchivedRecommendations } from '../../core/schemaRecommendations.ts';
import type { ArchivedTalk } from '../../core/schemaTalk.ts';
import type { ArchivedStudies } from '../../core/schemaCaseStudies.ts';
import type { Sources } from '../../core/talk/sources.ts';
import type { LeftOut } from '../../core/leftOut.ts';
import type { Session } from '../../core/session.ts';
import type { PhotoPlace } from '../../core/photo.ts';
import type { Chunks } from '../export/part.ts';
import { openArchive } from '../export/zip.ts';
import type { Release, SealedBoard, SealedResponse } from '../store/store.ts';
import type { EligibleRow } from '../../core/tally.ts';
import { photoName } from './photos.ts';
import { hasAnyRecommendations, RECOMMENDATIONS_NAME } from './recommendations.ts';
import { hasSources, SOURCES_NAME } from './sources.ts';
import { hasAny, TALK_NAME } from './talk.ts';
import { hasAnyStudies, STUDIES_NAME } from './studies.ts';

export interface ArchiveSource {
  consultation: Consultation;
  /** Drafts and sealed sessions. */
  sessions: readonly Session[];
  /** Sessions that are not in it, and why. */
  leftOut: readonly LeftOut[];
  report: ReportDocument | null;
  reviews: readonly Review[];
  releases: readonly Release[];
  /** Of the finished sessions, in an order that says nothing of when each came. */
  photos: readonly PhotoPlace[];
  /** Points and themes, likewise. */
  talk: ArchivedTalk;
  /** Case studies and corrections. */
  studies: ArchivedStudies;
  recommendations: ArchivedRecommendations;
  /** Interviews and documents, likewise. */
  sources: Sources;
  /** Today, as YYYY-MM-DD. */
  date: string;
  boardsOf(session: string): Promise<SealedBoard[]>;
  eligibleOf(session: string): Promise<EligibleRow[]>;
  responsesOf(session: string, board: number): Promise<SealedResponse[]>;
  /** Null: there is none. */
  pictureOf(photo: PhotoPlace): Promise<Uint8Array | null>;
}

const ARCHIVE_MARK =
  'CONFIDENTIAL: TEAM ONLY. Everything of this consultation, as it was answered. Open it with Standpoint.';

/** Responses are made into text this many at a time. */
const BATCH = 1000;

/** The lowest that holds what is there. */
function versionOf(
  { consultation, sessions, talk, report, releases, recommendations, studies }: ArchiveSource,
  newer: boolean,
  talked: boolean,
  photos: boolean,
): number {
  const fourth =
    newer ||
    sessions.some(({ imported }) => imported?.from === 'qda') ||
    consultation.involvement !== undefined ||
    consultation.notTaken !== undefined ||
    consultation.statements.some(({ from }) => from !== undefined) ||
    consultation.voice !== undefined ||
    report?.checklists !== undefined ||
    report?.answers !== undefined ||
    report?.follow !== undefined ||
    report?.points !== undefined ||
    report?.saturation !== undefined ||
    releases.some(({ entry }) => entry.talk !== undefined || entry.heard !== undefined);
  const fifth =
    consultation.waves !== undefined ||
    talk.seconds !== undefined ||
    studies.caseStudies.some((one) => (one.yesGroup ?? one.readGroup ?? one.knownTo) !== undefined) ||
    consultation.words.talkTo !== undefined ||
    recommendations.out.some(
      ({ counts }) => 'voices' in counts || 'promises' in counts || 'words' in counts,
    ) ||
    recommendations.list.some(({ evidence }) =>
      evidence.some((key) => readEvidence(key)?.of === 'passage'),
    ) ||
    sessions.some(({ checked, told }) => checked !== undefined || told !== undefined) ||
    report?.caseStudies !== undefined ||
    report?.points?.some(({ session }) => session === '') === true ||
    releases.some(
      ({ entry: { talk: told } }) =>
        told?.counted !== undefined || told?.passages !== undefined || told?.interviews !== undefined,
    ) ||
    releases.some(
      ({ entry }) =>
        entry.studies !== undefined ||
        entry.readBack !== undefined ||
        entry.coders !== undefined ||
        entry.channels !== undefined ||
        entry.how !== undefined,
    );
  if (fifth) return ARCHIVE_VERSION;
  if (fourth) return 4;
  return talked ? 3 : photos ? 2 : 1;
}

/**
 * Writes the archive and ends the stream. The same data makes the same bytes on the same date.
 *
 * @param read called once everything was read, before the end
 */
export async function writeArchive(
  source: ArchiveSource,
  out: Writable,
  read?: () => Promise<void>,
): Promise<void> {
  const archive = openArchive(out, source.date);
  const files: Record<string, string> = {};
  const add = async (name: string, chunks: Chunks): Promise<void> => {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<string | Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    }
    await archive.add(name, hashed());
    files[name] = hash.digest('hex');
  };
  const { consultation, leftOut } = source;
  await add('consultation.json', [text(consultationFile(consultation))]);
  for (const session of source.sessions) {
    const held = session.state === 'sealed';
    const boards = held ? (await source.boardsOf(session.id)).toSorted((a, b) => a.n - b.n) : [];
    const eligible = held ? await source.eligibleOf(session.id) : [];
    await add(`sessions/${session.id}.json`, [
      text({
        session,
        boards: boards.map(({ n, statement, round, version, wordings, scale }) => ({
          n,
          statement,
          round,
          version,
          wordings,
          scale,
        })),
        eligible: eligible.map(({ statement, round, membership, n }) => ({
          statement,
          round,
          membership,
          n,
        })),
      }),
    ]);
    if (held) await add(`sessions/${session.id}.responses.jsonl`, responseLines(source, session.id, boards));
  }
  // Earlier versions know neither.
  const newer =
    source.talk.points.some(({ source: from }) => from === 'phone') ||
    source.sessions.some(({ heard }) => heard !== undefined);
  let photos = 0;
  for (const photo of source.photos) {
    const picture = await source.pictureOf(photo);
    if (picture === null) continue;
    await add(photoName(photo), [picture]);
    photos += 1;
  }
  const talked = hasAny(source.talk);
  if (talked) await add(TALK_NAME, [text(source.talk)]);
  const studies = hasAnyStudies(source.studies);
  if (studies) await add(STUDIES_NAME, [text(source.studies)]);
  const asks = hasAnyRecommendations(source.recommendations);
  if (asks) await add(RECOMMENDATIONS_NAME, [text(source.recommendations)]);
  const texts = hasSources(source.sources);
  if (texts) await add(SOURCES_NAME, [text(source.sources)]);
  await add('reviews.json', [text(source.reviews)]);
  if (source.report !== null) await add('report.json', [text(source.report)]);
  await add('releases.json', [text(source.releases)]);
  await archive.add('manifest.json', [
    text({
      format: ARCHIVE_FORMAT,
      version: versionOf(source, newer || asks || texts || studies, talked, photos > 0),
      mark: consultation.sample ? `SAMPLE. ${ARCHIVE_MARK}` : ARCHIVE_MARK,
      consultation: consultation.id,
      title: consultation.title,
      date: source.date,
      // Only where there are any: a Standpoint that does not know of this opens all others.
      ...(leftOut.length === 0 ? {} : { leftOut }),
      files,
    }),
  ]);
  await read?.();
  await archive.end();
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

async function* responseLines(
  source: ArchiveSource,
  session: string,
  boards: readonly SealedBoard[],
): AsyncGenerator<string> {
  for (const { n } of boards) {
    const responses = await source.responsesOf(session, n);
    for (let i = 0; i < responses.length; i += BATCH) {
      let lines = '';
      for (const r of responses.slice(i, i + BATCH)) lines += `${JSON.stringify(rowOf(r))}\n`;
      yield lines;
    }
  }
}

function rowOf(r: SealedResponse): ArchivedResponse {
  return [
    r.board,
    r.tag,
    r.membership,
    r.answer,
    r.comment,
    r.audience,
    r.quote ? 1 : 0,
    r.shown ? 1 : 0,
    r.channel,
    r.person,
  ];
}
