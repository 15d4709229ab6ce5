/** The routes of the log of who did what, and the way in which other routes write into it. */
import { stringify } from 'csv-stringify/sync';
import express, { type Response, type Router } from 'express';
import { auditAbout, auditDid, auditTime, auditWho, sayAudit } from '../../core/auditWords.ts';
import type { AuditEntry, AuditKind } from '../../core/staffApi.ts';
import { formulaSafe } from '../export/csv.ts';
import type { Store } from '../store/store.ts';
import { fileName } from '../use/fileName.ts';
import type { Audit } from '../use/staff/audit.ts';
import { knownIn } from './door.ts';
import { json } from './json.ts';

/** Writes down what somebody does, by the response that they are given; durable when it resolves. */
export type Note = (
  res: Response,
  what: AuditKind,
  about?: { consultation?: string; detail?: string },
) => Promise<void>;

export function makeNote(audit: Audit): Note {
  return (res, what, about) => audit.note(knownIn(res), what, about);
}

export function logRoutes(audit: Audit, store: Store, today: () => string): Router {
  const router = express.Router();
  const entries = async (): Promise<AuditEntry[]> => {
    const all = await store.listConsultations();
    return audit.list(new Map(all.map(({ consultation: { id, title } }) => [id, title])));
  };
  router.get('/api/staff/log', json(entries));
  router.get('/api/staff/log.csv', (_req, res, next) => {
    entries()
      .then((list) => {
        res.attachment(fileName(today(), ['who did what'], 'csv'));
        res.type('csv').send(asCsv(list));
      })
      .catch(next);
  });
  return router;
}

/** For a spreadsheet: with a byte order mark, and no cell that would be a formula. */
function asCsv(list: readonly AuditEntry[]): string {
  const head = (['time', 'who', 'did', 'consultation'] as const).map((name) => sayAudit(`column.${name}`));
  const rows = list.map((entry) => [
    auditTime(entry.at),
    ...[auditWho(entry), auditDid(entry), auditAbout(entry)].map(formulaSafe),
  ]);
  return `\ufeff${stringify([head, ...rows], { record_delimiter: 'windows' })}`;
}
