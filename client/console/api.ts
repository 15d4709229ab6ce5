/**
 * The console's HTTP routes (core/api.ts), typed. A refusal comes back as a value; so does the lack of
 * any answer, since the laptop's own server may have been stopped.
 */
import type {
  ArchiveResult,
  AnalysisPage,
  CommentItem,
  ConsultationListItem,
  ConsultationPage,
  MovedPage,
  NewConsultation,
  NewSession,
  OpinionPage,
  JobState,
  ReleaseCheck,
  ReleaseItem,
  ReportFormat,
  ReportOrder,
  ReportPage,
  SessionEdit,
  StoredDocument,
  TemplateItem,
} from '../../core/api.ts';
import type { ConcernsOpened, ConcernsPage } from '../../core/apiConcerns.ts';
import type { DateDoubt, DestroyedItem } from '../../core/apiRights.ts';
import type { PhotoPlace } from '../../core/photo.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { PaperOrder } from '../../core/paper.ts';
import type { ProposalsPage } from '../../core/proposals.ts';
import type { WasTakenOut } from '../../core/protocol.ts';
import type { Refusal } from '../../core/refusal.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import type { ChartPicture } from '../../core/chart/picture.ts';
import type { LockOrder } from '../../core/schemaLock.ts';
import type { Session } from '../../core/session.ts';
import type { AuditEntry, Device, Pairing, PairingState } from '../../core/staffApi.ts';
import type { LaptopPage, Taking } from '../../core/stick.ts';
import type { Role } from '../../core/staff.ts';
import type { WavesPage } from '../../core/waves/api.ts';
import { noticeRefusal } from './staff.ts';

/** What was asked for, or why not; `refusal` null: nothing answered. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal | null };

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function sending(method: Method, body: unknown): RequestInit {
  return {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Standpoint': '1' },
    body: JSON.stringify(body ?? {}),
  };
}

async function ask<T>(fetch: Fetch, method: Method, path: string, body?: unknown): Promise<Result<T>> {
  return answerOf(async () => fetch(path, method === 'GET' ? { method } : sending(method, body)));
}

async function answerOf<T>(send: () => Promise<Response>): Promise<Result<T>> {
  let response: Response;
  try {
    response = await send();
  } catch {
    return { ok: false, refusal: null };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (isRefusal(answer)) {
    noticeRefusal(answer);
    return { ok: false, refusal: answer };
  }
  if (!response.ok || answer === undefined) return { ok: false, refusal: refuse('fault') };
  return { ok: true, value: answer as T };
}

/** UTF-8 in base64: a header takes no other letters. */
function inBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''));
}

/** Posts a file as it is. */
async function sendFile<T>(fetch: Fetch, path: string, file: Blob, key: string): Promise<Result<T>> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'X-Standpoint': '1',
    ...(key === '' ? {} : { 'X-Standpoint-Key': inBase64(key) }),
  };
  return answerOf(async () => fetch(path, { method: 'POST', headers, body: file }));
}

/** A file with the name that it is to be saved under. */
export interface NamedFile {
  name: string;
  blob: Blob;
}

/** Posts something and takes the answer as a file. */
async function askFile(fetch: Fetch, path: string, body: unknown): Promise<Result<NamedFile>> {
  try {
    const response = await fetch(path, sending('POST', body));
    if (response.ok) {
      const [, name = ''] =
        /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
      return { ok: true, value: { name, blob: await response.blob() } };
    }
    const answer: unknown = await response.json().catch(() => undefined);
    return { ok: false, refusal: isRefusal(answer) ? answer : refuse('fault') };
  } catch {
    return { ok: false, refusal: null };
  }
}

/** The query of these comma lists; those that are empty are left out. */
function queryOf(lists: Record<string, readonly string[]>): string {
  const parts = Object.entries(lists)
    .filter(([, ids]) => ids.length > 0)
    .map(([key, ids]) => `${key}=${ids.map(encodeURIComponent).join(',')}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const consultationPath = (id: string): string => `/api/consultations/${encodeURIComponent(id)}`;
const sessionPath = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

/** Address of everything of a consultation as one file, for a link that downloads it. */
export function archivePath(id: string): string {
  return `${consultationPath(id)}/archive`;
}

const jobPath = (id: string): string => `/api/jobs/${encodeURIComponent(id)}`;

/** Address of a finished file, for a link that downloads it. */
export function jobFilePath(job: string, name: string): string {
  return `${jobPath(job)}/files/${encodeURIComponent(name)}`;
}

/** Address of the report as a web page, as it would be sent out now. */
export function previewPath(id: string): string {
  return `${consultationPath(id)}/report/preview`;
}

/** Address of the consultation's file, for a link that downloads it. */
export function filePath(id: string): string {
  return `${consultationPath(id)}/file`;
}

/** Address of the researchers' files; no sessions means all that are finished. */
export function exportPath(id: string, sessions: readonly string[]): string {
  const query = sessions.length === 0 ? '' : `?sessions=${sessions.map(encodeURIComponent).join(',')}`;
  return `${consultationPath(id)}/export${query}`;
}

/** Address of a sheet to print. */
export function sheetPath(id: string, name: 'privacy' | 'consent' | 'impact'): string {
  return `${consultationPath(id)}/sheets/${name}`;
}

/** Address of the page on which a paper pack is ordered; with a session it is for that one. */
export function paperPage(id: string, session?: string): string {
  const query = session === undefined ? '' : `?session=${encodeURIComponent(session)}`;
  return `/console/c/${encodeURIComponent(id)}/paper${query}`;
}

/** Makes the routes' callers over a given fetch. */
export function makeApi(fetch: Fetch) {
  return {
    consultations: async () => ask<ConsultationListItem[]>(fetch, 'GET', '/api/consultations'),
    templates: async () => ask<TemplateItem[]>(fetch, 'GET', '/api/templates'),
    create: async (from: NewConsultation) => ask<StoredDocument>(fetch, 'POST', '/api/consultations', from),
    consultation: async (id: string) => ask<ConsultationPage>(fetch, 'GET', consultationPath(id)),
    /** Refused with `changed-elsewhere` when `revision` is no longer the newest. */
    save: async (revision: number, consultation: Consultation) =>
      ask<StoredDocument>(fetch, 'PUT', consultationPath(consultation.id), { revision, consultation }),
    remove: async (id: string) => ask<{ ok: true }>(fetch, 'DELETE', consultationPath(id)),
    correct: async (id: string, revision: number, statement: string) =>
      ask<StoredDocument>(fetch, 'POST', `${consultationPath(id)}/correct`, { revision, statement }),
    analysis: async (id: string) => ask<AnalysisPage>(fetch, 'GET', `${consultationPath(id)}/analysis`),
    waves: async (id: string) => ask<WavesPage>(fetch, 'GET', `${consultationPath(id)}/waves`),
    moved: async (id: string, sessions: readonly string[], statement: string) =>
      ask<MovedPage>(
        fetch,
        'GET',
        `${consultationPath(id)}/moved${queryOf({ sessions, statement: [statement] })}`,
      ),
    opinion: async (id: string, sessions: readonly string[]) =>
      ask<OpinionPage>(fetch, 'GET', `${consultationPath(id)}/opinion${queryOf({ sessions })}`),
    /** Of one statement, or of all. */
    proposals: async (id: string) => ask<ProposalsPage>(fetch, 'GET', `${consultationPath(id)}/proposals`),
    comments: async (id: string, statement: string | null) =>
      ask<CommentItem[]>(
        fetch,
        'GET',
        `${consultationPath(id)}/comments${queryOf({ statement: statement === null ? [] : [statement] })}`,
      ),
    /** Where the photographs of real walls are, of its finished sessions. */
    photos: async (id: string) => ask<PhotoPlace[]>(fetch, 'GET', `${consultationPath(id)}/photos`),
    /** Refused with `changed-elsewhere` when what is kept of the comment is no longer `was`. */
    review: async (id: string, review: Review, was: Review | null) =>
      ask<CommentItem>(fetch, 'PUT', `${consultationPath(id)}/comments`, { review, was }),
    report: async (id: string) => ask<ReportPage>(fetch, 'GET', `${consultationPath(id)}/report`),
    /** Refused with `changed-elsewhere` when `revision` is no longer the newest. */
    saveReport: async (id: string, revision: number, document: ReportDocument) =>
      ask<{ revision: number; document: ReportDocument }>(fetch, 'PUT', `${consultationPath(id)}/report`, {
        revision,
        document,
      }),
    /** What a release would do, and why. */
    checkRelease: async (id: string) =>
      ask<ReleaseCheck>(fetch, 'POST', `${consultationPath(id)}/report/check`),
    /** Begins to make the files; refused when the check would refuse it. */
    orderReport: async (id: string, order: ReportOrder) =>
      ask<JobState>(fetch, 'POST', `${consultationPath(id)}/report/files`, order),
    /** Begins to set a paper pack. */
    orderPack: async (id: string, order: PaperOrder) =>
      ask<JobState>(fetch, 'POST', `${consultationPath(id)}/paper`, order),
    releases: async (id: string) => ask<ReleaseItem[]>(fetch, 'GET', `${consultationPath(id)}/releases`),
    /** @param confirmed whether it is to be made with quotes that have been taken back since */
    releaseFiles: async (id: string, number: number, formats: readonly ReportFormat[], confirmed: boolean) =>
      ask<JobState>(fetch, 'POST', `${consultationPath(id)}/releases/${number}/files`, {
        formats,
        confirmed,
      }),
    job: async (id: string) => ask<JobState>(fetch, 'GET', jobPath(id)),
    cancelJob: async (id: string) => ask<JobState>(fetch, 'DELETE', jobPath(id)),
    picture: async (format: 'png' | 'svg', picture: ChartPicture): Promise<Result<Blob>> => {
      const made = await askFile(fetch, '/api/picture', { format, picture });
      return made.ok ? { ok: true, value: made.value.blob } : made;
    },
    /** Opens an archive, or merges it into what is here; with a passphrase or key where it is locked. */
    openArchive: async (file: Blob, key = '') => sendFile<ArchiveResult>(fetch, '/api/archives', file, key),
    concerns: async (id: string) => ask<ConcernsPage>(fetch, 'GET', `${consultationPath(id)}/concerns`),
    nameLead: async (id: string, lead: { name: string; contact: string; passphrase: string }) =>
      ask<ConcernsPage>(fetch, 'PUT', `${consultationPath(id)}/concerns/lead`, lead),
    openConcerns: async (id: string, passphrase: string) =>
      ask<ConcernsOpened>(fetch, 'POST', `${consultationPath(id)}/concerns/open`, { passphrase }),
    /** Deletes one that the lead has seen to. */
    settleConcern: async (id: string, concern: string, passphrase: string) =>
      ask<ConcernsOpened>(
        fetch,
        'POST',
        `${consultationPath(id)}/concerns/${encodeURIComponent(concern)}/settle`,
        { passphrase },
      ),
    /** Everything of a consultation as one locked file. */
    lockAway: async (id: string, order: LockOrder) => askFile(fetch, `${consultationPath(id)}/lock`, order),
    /** Refused with `not-locked` when the file at hand is not the one that was locked last. */
    removeLocked: async (id: string, sha256: string) =>
      ask<{ ok: true }>(fetch, 'POST', `${consultationPath(id)}/lock/remove`, { sha256 }),
    importPolis: async (files: Record<string, string>) =>
      ask<StoredDocument>(fetch, 'POST', '/api/import/polis', { files }),
    /** Brings in a project or codebook of software for qualitative analysis; `into` empty: where it came from, or new. */
    importQda: async (file: File, into: string) =>
      sendFile<StoredDocument>(
        fetch,
        `/api/import/qda${queryOf({ into: into === '' ? [] : [into], name: [file.name.replace(/\.[^.]+$/u, '')] })}`,
        file,
        '',
      ),
    /** What is left of consultations that were destroyed on their day. */
    destroyed: async () => ask<DestroyedItem[]>(fetch, 'GET', '/api/destroyed'),
    /** What waits because the laptop's clock has jumped ahead; null: nothing. */
    dateDoubt: async () => ask<DateDoubt | null>(fetch, 'GET', '/api/date'),
    confirmDate: async (today: string) => ask<{ ok: true }>(fetch, 'POST', '/api/date', { today }),
    /** Takes out what is under a code: everything, or the yes to being quoted. */
    takeOut: async (code: string, what: 'all' | 'quote') =>
      ask<WasTakenOut>(fetch, 'POST', '/api/takeout', { code, what }),
    newSession: async (consultation: string, session: NewSession) =>
      ask<Session>(fetch, 'POST', `${consultationPath(consultation)}/sessions`, session),
    editSession: async (id: string, edit: SessionEdit) => ask<Session>(fetch, 'PUT', sessionPath(id), edit),
    removeSession: async (id: string) => ask<{ ok: true }>(fetch, 'DELETE', sessionPath(id)),
    laptop: async () => ask<LaptopPage>(fetch, 'GET', '/api/laptop'),
    /** Copies go to a stick from now on; gives its passphrase, once. */
    nameStick: async (folder: string) => ask<{ passphrase: string }>(fetch, 'PUT', '/api/stick', { folder }),
    forgetStick: async () => ask<{ ok: true }>(fetch, 'DELETE', '/api/stick'),
    takeStick: async (folder: string, passphrase: string, sure: boolean) =>
      ask<Taking>(fetch, 'POST', '/api/stick/take', { folder, passphrase, sure }),
    putAside: async (session: string, how: 'put' | 'remove') =>
      ask<{ ok: true }>(fetch, 'POST', '/api/laptop/aside', { session, do: how }),
    settleElsewhere: async (session: string, how: 'open' | 'remove') =>
      ask<{ ok: true }>(fetch, 'POST', '/api/stick/elsewhere', { session, do: how }),
    devices: async () => ask<Device[]>(fetch, 'GET', '/api/staff/devices'),
    revoke: async (id: string) =>
      ask<{ ok: true }>(fetch, 'DELETE', `/api/staff/devices/${encodeURIComponent(id)}`),
    beginPairing: async (role: Role) => ask<Pairing>(fetch, 'POST', '/api/staff/pairing', { role }),
    pairing: async () => ask<PairingState>(fetch, 'GET', '/api/staff/pairing'),
    cancelPairing: async () => ask<{ ok: true }>(fetch, 'DELETE', '/api/staff/pairing'),
    setPassphrase: async (passphrase: string) =>
      ask<{ ok: true }>(fetch, 'PUT', '/api/staff/passphrase', { passphrase }),
    removePassphrase: async () => ask<{ ok: true }>(fetch, 'DELETE', '/api/staff/passphrase'),
    log: async () => ask<AuditEntry[]>(fetch, 'GET', '/api/staff/log'),
  };
}

export const api = makeApi(async (path, init) => fetch(path, init));

export type Api = typeof api;
