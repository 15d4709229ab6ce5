/** The tables of recommendations as queries see them. */
interface Id {
  consultation: string;
  id: string;
}
interface OnResponse extends Id {
  session: number;
  board: number;
  tag: string;
}

export interface RecommendationTables {
  recommendation: Id & { document: string };
  recommendation_point: Id & { session: number; point: string };
  recommendation_postit: OnResponse;
  recommendation_known: Id & { what: 'done' | 'part' | 'gone' | 'back' };
  recommendation_out: Id & { counts: string };
  told: { consultation: string; document: string };
  told_quote: OnResponse;
}
