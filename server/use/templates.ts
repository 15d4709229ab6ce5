/** The templates that ship: consultation files in data/templates, listed with a word on when each serves. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Consultation } from '../../core/consultation.ts';
import { readConsultationFile } from '../../core/consultationFile.ts';
import type { Refusal } from '../../core/refusal.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { partedFrom } from '../../core/waves/again.ts';

export interface Template {
  id: string;
  title: string;
  /** One or two sentences on when it serves. */
  about: string;
  consultation: Consultation;
}

const FOLDER = new URL('../../data/templates/', import.meta.url);
const indexSchema = v.array(v.strictObject({ id: v.string(), title: v.string(), about: v.string() }));

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'));

/** All templates in the order of data/templates/index.json. Throws when a shipped file is broken. */
export async function loadTemplates(): Promise<Template[]> {
  const index = v.parse(indexSchema, await readJson('index.json'));
  return Promise.all(
    index.map(async (entry) => {
      const consultation = readConsultationFile(await readJson(`${entry.id}.json`));
      if (isRefusal(consultation))
        throw new Error(`template ${entry.id}: ${consultation.where}: ${consultation.detail}`);
      return { ...entry, consultation };
    }),
  );
}

/** A new consultation from a template, with ids of its own; refused when there is no such template. */
export async function fromTemplate(id: string, newId: () => string): Promise<Consultation | Refusal> {
  const template = (await loadTemplates()).find((t) => t.id === id);
  return template === undefined
    ? refuse('no-such-template', 'template')
    : withFreshIds(template.consultation, newId);
}

/**
 * The same consultation under fresh ids for itself, its groups and its statements; wordings keep
 * pointing at their groups. For templates, copies, and files whose consultation is here already.
 */
export function withFreshIds(consultation: Consultation, newId: () => string): Consultation {
  const groups = new Map(consultation.groups.map((g) => [g.id, newId()]));
  const fresh = <T extends { group: string | null }>(list: readonly T[]): T[] =>
    list.map((w) => ({ ...w, group: w.group === null ? null : (groups.get(w.group) ?? w.group) }));
  return {
    // Under other ids its statements are compared with nothing.
    ...partedFrom(consultation),
    id: newId(),
    groups: consultation.groups.map((g) => ({ ...g, id: groups.get(g.id) ?? g.id })),
    statements: consultation.statements.map((s) => ({
      ...s,
      id: newId(),
      wordings: fresh(s.wordings),
      earlier: s.earlier.map((e) => ({ ...e, wordings: fresh(e.wordings) })),
    })),
  };
}
