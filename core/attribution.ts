/**
 * How much may be said of the person who is quoted. Everything said is looked up in the register of
 * those who took part, and only what at least `least` people share is kept.
 */

/** In the order in which they are dropped; the role goes last. */
export const ATTRIBUTES = ['place', 'group', 'ageBand', 'gender', 'role'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Attributes = Partial<Record<Attribute, string>>;

/** People of the same attributes. What was not recorded is missing or empty, and matches nothing. */
export interface RegisterRow extends Attributes {
  n: number;
}

export interface Attribution {
  /** What may be said; with nothing in it the person is "a participant". */
  kept: Attributes;
  /** How many people share all of it. With nothing kept it can be under the least number. */
  k: number;
  dropped: Attribute[];
}

/**
 * Drops attributes, place first, until enough people share the rest.
 *
 * @param register those who took part and agreed to be quoted, in all of what the report is about
 * @param wanted what is to be said
 * @param least how many have to share it, 3 to 10
 */
export function attributionFor(
  register: readonly RegisterRow[],
  wanted: Attributes,
  least: number,
): Attribution {
  const kept: Attributes = {};
  for (const a of ATTRIBUTES) if ((wanted[a] ?? '') !== '') kept[a] = wanted[a] ?? '';
  const dropped: Attribute[] = [];
  for (const next of ATTRIBUTES) {
    if (shared(register, kept) >= least) break;
    if (kept[next] === undefined) continue;
    delete kept[next];
    dropped.push(next);
  }
  return { kept, k: shared(register, kept), dropped };
}

/**
 * One attribution for all quotes under one pseudonym: a reader puts together what is said of it in
 * different places, so the union is what has to be shared. What two quotes say differently cannot be
 * looked up and is dropped first.
 */
export function attributionOfAll(
  register: readonly RegisterRow[],
  quotes: readonly Attributes[],
  least: number,
): Attribution {
  const wanted: Attributes = {};
  const differing: Attribute[] = [];
  for (const a of ATTRIBUTES) {
    const said = new Set(quotes.map((q) => q[a] ?? '').filter((value) => value !== ''));
    const [value] = said;
    if (said.size > 1) differing.push(a);
    else if (value !== undefined) wanted[a] = value;
  }
  const { kept, k, dropped } = attributionFor(register, wanted, least);
  return { kept, k, dropped: [...differing, ...dropped] };
}

function shared(register: readonly RegisterRow[], kept: Attributes): number {
  return register
    .filter((row) => ATTRIBUTES.every((a) => kept[a] === undefined || row[a] === kept[a]))
    .reduce((sum, row) => sum + row.n, 0);
}
