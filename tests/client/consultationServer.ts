/** A server that has one consultation, for tests of its desk. */
import { makeDesk } from '../../client/console/pages/desk.ts';
import { newStatement, setWording } from '../../client/console/pages/edits.ts';
import type { ConsultationPage } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { correctedVersion } from '../../core/consultation.ts';
import { refuse } from '../../core/refusal.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';

export const g1 = 'g'.repeat(26);
export const g2 = 'h'.repeat(26);

export function sampleDoc(): Consultation {
  const common = newStatement('s'.repeat(26), 'en', 'My social worker listens to me');
  return {
    id: 'c'.repeat(26),
    title: 'Listening',
    aim: '',
    askedBy: '',
    ledBy: '',
    answeredBy: '',
    answerDue: '',
    decided: '',
    open: '',
    words: { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
    languages: ['en'],
    scale: DEFAULT_SCALE,
    groups: [
      { id: g1, label: 'Parents', roomLabel: '' },
      { id: g2, label: 'Workers', roomLabel: 'Us' },
    ],
    statements: [setWording(common, { group: g2, lang: 'en', text: 'I listen' })],
    rounds: 1,
    roundOrder: 'each',
    floor: 5,
    breakdowns: 'shown',
    approvals: [],
    withdrawDays: 14,
    keepUntil: '',
    under18: false,
    sample: false,
  };
}

export function fakeConsultations(first: Consultation) {
  const kept = { doc: first, revision: 1, saves: [] as string[] };
  const page = (): ConsultationPage => ({
    consultation: kept.doc,
    revision: kept.revision,
    sessions: [],
    frozen: kept.doc.statements.map((s) => s.id).slice(0, 1),
    today: '2026-11-22',
    keep: null,
  });
  const desk = () =>
    makeDesk(page(), {
      api: {
        async save(from, document) {
          if (from !== kept.revision) return { ok: false, refusal: refuse('changed-elsewhere') };
          kept.saves.push(`${from} ${document.title}`);
          kept.doc = document;
          kept.revision = from + 1;
          return { ok: true, value: { revision: kept.revision, consultation: kept.doc } };
        },
        async correct() {
          kept.doc = {
            ...kept.doc,
            statements: kept.doc.statements.map((s) => correctedVersion(s, s.wordings)),
          };
          kept.revision += 1;
          return { ok: true, value: { revision: kept.revision, consultation: kept.doc } };
        },
        consultation: async () => ({ ok: true, value: page() }),
      },
      later: () => () => undefined,
      changed: () => undefined,
    });
  return { kept, desk };
}
