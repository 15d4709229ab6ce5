/**
 * What a report tells of recommendations: in a release what the page for participants may tell, by the same functions
 * and with the same numbers; for the team all of them (docs/decisions/026-recommendations.md).
 */
import { prints, type ReportDocument } from './document.ts';
import { countsIn, toldLists, type ToldSource } from '../recommendations/toldLists.ts';
import type { ToldItem, ToldOut } from '../recommendations/told.ts';
import type { RecommendationKind } from '../recommendations/types.ts';

export interface AskedItem extends ToldItem {
  /** Counted through both lists, so that one chapter can name what stands in the other. */
  number: number;
  /** Participants were told what became of it; empty: not yet. */
  toldOn: string;
  toldHow: string;
  /** It stays with the team, and is in no release. */
  hidden: boolean;
  /** Ids of what it rests on and a report can tell of. */
  evidence: { themes: string[]; statements: string[] };
}

export interface AskedReport extends Record<RecommendationKind, AskedItem[]> {
  /** What is told of where they come from. */
  from: ToldOut[];
  /** What was promised on each. */
  promised: ToldOut[];
  /** As many people as a number or a session needs to be told; 0 for the team. */
  floor: number;
}

/** @param source with the floor of the report; null: there is none that may be told */
export function askedReport(source: ToldSource, audience: 'release' | 'team'): AskedReport | null {
  const list = source.list.filter((one) => audience === 'team' || one.told);
  if (list.length === 0) return null;
  const floor = audience === 'team' ? 0 : source.floor;
  const { change, keep, from, promised, rests } = toldLists({ ...source, list, floor });
  const numbered = (items: readonly ToldItem[], above: number): AskedItem[] =>
    items.map((item, i) => {
      const {
        toldOn = '',
        toldHow = '',
        told = true,
        evidence = [],
      } = list.find(({ id }) => id === item.id) ?? {};
      const { themes, statements } = rests({ evidence });
      const on = { themes: themes.map(({ id }) => id), statements };
      return { ...item, number: above + i + 1, toldOn, toldHow, hidden: !told, evidence: on };
    });
  return { change: numbered(change, 0), keep: numbered(keep, change.length), from, promised, floor };
}

/** Somebody was asked, or has answered without: what became of it is to be told. */
export function wasAsked({ askedOn, answer }: ToldItem): boolean {
  return askedOn !== '' || answer !== '';
}

/** Participants' word, what was promised, and where a recommendation comes from, as such a report prints them: noted as they go out. */
export function toldOut(asked: AskedReport | null, document: Pick<ReportDocument, 'follow'>): ToldOut[] {
  if (asked === null) return [];
  const became = prints(document, 'followUp') ? [...asked.change, ...asked.keep].filter(wasAsked) : [];
  const promised = asked.promised.filter((one) => became.some(({ id }) => id === one.recommendation));
  const word = [...countsIn(became), ...promised];
  return [...word, ...(prints(document, 'recommendations') ? asked.from : [])];
}
