/** What the parts of the analysis page share. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnalysisPage, CommentItem } from '../../../../core/api.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import type { PhotoPlace } from '../../../../core/photo.ts';
import type { Part } from '../../../../core/analysis/parts.ts';
import type { Change } from '../../../../core/analysis/units.ts';
import type { Unit } from '../../../../core/report/document.ts';
import type { Decide } from './reviews.ts';
import type { View } from './view.ts';

export interface Analysis {
  id: string;
  page: AnalysisPage;
  /** The columns, everyone first. */
  parts: readonly Part[];
  view: View;
  look: (change: Partial<View>) => void;
  /** Null where the report's document, in which they are kept, could not be read. */
  units: readonly Unit[] | null;
  /** Reads it again. */
  openUnits: () => Promise<void>;
  /** Comments that were changed here, by `commentKey`: the same one may stand in two lists. */
  renewed: ReadonlyMap<string, CommentItem>;
  decide: Decide;
  /** Photographs of real walls; none for whoever may not look at them. */
  photos: readonly PhotoPlace[];
  photoRemoved: (photo: string) => void;
  recommendations: readonly Recommendation[];
  /** Saves a change of the report's document; true when it is saved. */
  change: (change: Change) => Promise<boolean>;
}

const Here = createContext<Analysis | null>(null);

export const AnalysisHere = Here.Provider;

export function useAnalysis(): Analysis {
  const here = useContext(Here);
  if (here === null) throw new Error('A part of the analysis page stands outside it.');
  return here;
}
