/** What a consultation is made of, for merging what two windows did to it. */
import type { Consultation, Group, NotTaken, Statement, Voice, Wording, Words } from '../consultation.ts';
import { decidedOnce } from '../proposals.ts';
import { mergerOf } from './merge.ts';
import { fields, list, typed, whereThereIs, whole } from './shape.ts';

const idOf = ({ id }: { id: string }): string => id;
const each = list((one: string) => one, whole<string>());

const wording = fields<Wording>({ group: whole(), lang: whole(), text: typed() });

const statement = fields<Statement>({
  id: whole(),
  notes: typed(),
  picture: whole(),
  scale: whole(),
  version: whole(),
  wordings: list(({ group, lang }) => `${group ?? ''} ${lang}`, wording),
  earlier: whole(),
  from: whole(),
});

const shape = fields<Consultation>({
  id: whole(),
  title: typed(),
  aim: typed(),
  askedBy: typed(),
  ledBy: typed(),
  answeredBy: typed(),
  answerDue: typed(),
  decided: typed(),
  open: typed(),
  words: fields<Words>({
    dangerTo: typed(),
    helpFrom: typed(),
    complainTo: typed(),
    withdrawUntil: typed(),
    consent: typed(),
    rights: typed(),
    talkTo: whereThereIs(typed()),
  }),
  languages: each,
  scale: whole(),
  groups: list(idOf, fields<Group>({ id: whole(), label: typed(), roomLabel: typed() })),
  statements: list(idOf, statement),
  notTaken: whereThereIs(list(({ point }) => point, fields<NotTaken>({ point: whole(), why: typed() }))),
  rounds: whole(),
  roundOrder: whole(),
  floor: whole(),
  breakdowns: whole(),
  approvals: list((who: 'lead' | 'panel') => who, whole()),
  withdrawDays: whole(),
  keepUntil: whole(),
  under18: whole(),
  involvement: whole(),
  voice: whereThereIs(
    fields<Voice>({ space: typed(), voice: typed(), audience: typed(), influence: typed() }),
  ),
  waves: whole(),
  sample: whole(),
});

/** A wording that stays keeps its group and its language, and no statement is left without one. */
function mend(merged: Consultation, mine: Consultation, theirs: Consultation): Consultation {
  const statements = merged.statements.map((s) => {
    if (s.wordings.length > 0) return s;
    const own = [...mine.statements, ...theirs.statements].find(({ id }) => id === s.id);
    return { ...s, wordings: own?.wordings ?? [] };
  });
  const wordings = statements.flatMap((s) => s.wordings);
  const missing = (id: string): boolean => !merged.groups.some((g) => g.id === id);
  const groups = [...new Set(wordings.flatMap((w) => w.group ?? []))]
    .filter(missing)
    .flatMap((id) => [...mine.groups, ...theirs.groups].find((g) => g.id === id) ?? []);
  const languages = [...new Set([...merged.languages, ...wordings.map((w) => w.lang)])];
  return decidedOnce({
    ...merged,
    statements,
    groups: [...merged.groups, ...groups],
    languages: languages.length > 0 ? languages : mine.languages,
  });
}

export const consultationMerger = mergerOf(shape, mend);
