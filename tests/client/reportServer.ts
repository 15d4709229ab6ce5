/** A server that has one report, for tests of its desk. */
import { makeReportDesk } from '../../client/console/pages/report/desk.ts';
import { putText, typed } from '../../client/console/pages/report/edits.ts';
import type { ReportPage } from '../../core/api.ts';
import { refuse } from '../../core/refusal.ts';
import type { ReportDocument, TextKey } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';

export const s1 = 's'.repeat(26);

/** A server with one report, whose texts are made from a number that stands for the figures. */
export function fakeReports() {
  const stored = {
    revision: 0,
    document: newReport(5, 'shown'),
    figures: 1,
    asked: 0,
    answers: true,
    loses: false,
  };
  const made = (key: string): string =>
    `${key}: ${stored.figures} people, ${stored.document.sessions.length} sessions`;
  const page = (): ReportPage => ({
    title: 'Listening',
    revision: stored.revision,
    document: stored.document,
    made: {
      summary: made('summary'),
      changeable: '',
      methods: '',
      shared: '',
      differ: '',
      limits: '',
      reading: stored.document.neutral,
    },
    statements: [{ id: s1, number: 1, text: 'They listen', sentence: made('sentence'), quotes: 0 }],
    sample: false,
    floor: 5,
    breakdowns: 'shown',
    approvals: [],
    groups: [],
    sessions: [{ id: 'a'.repeat(26), name: 'One', date: '2026-11-22' }],
    unfinished: [],
    talk: { themes: 0, points: [] },
    studies: [],
  });
  const desk = () =>
    makeReportDesk('c'.repeat(26), page(), {
      api: {
        report: async () => {
          stored.asked += 1;
          return stored.answers ? { ok: true, value: page() } : { ok: false, refusal: null };
        },
        async saveReport(_, revision, document) {
          if (!stored.answers) return { ok: false, refusal: null };
          if (revision !== stored.revision) return { ok: false, refusal: refuse('changed-elsewhere') };
          stored.revision += 1;
          stored.document = document;
          if (stored.loses) return { ok: false, refusal: null };
          return { ok: true, value: { revision: stored.revision, document } };
        },
      },
      later: () => () => undefined,
      changed: () => undefined,
    });
  return { stored, desk };
}

/** Types a text over what is made. */
export const write =
  (key: TextKey, made: string, text: string) =>
  (doc: ReportDocument): ReportDocument =>
    putText(doc, key, typed(doc.texts[key], made, text));
