/** Changed names for case studies. */
import { heardIn, isHeard } from './alike.ts';

/** First names of many origins; none of a kind that is told by its sound to be made up. */
export const ALL_PSEUDONYMS: readonly string[] =
  `Abena Adele Agnes Ahmad Aisling Alan Alec Alina Amara Anita Anton Arjun Asha Barbara Bashir Beatrix
Bernard Bianca Boris Bronwen Callum Carmen Cecily Celia Chidi Clara Clive Conrad Cora Cyril Dalia Damian Darius
Delia Denise Derek Dev Dora Edith Edwin Elif Elsa Emeka Enid Erica Esme Eunice Farida Felix Fergus Fiona Flora
Gareth Gita Glenda Gloria Goran Greta Gwen Hamza Hanna Harriet Hector Hugo Ida Ifor Imogen Ines Ingrid Ishaan
Ivan Jamila Jasper Jerome Joan Jonah Juno Kamal Karim Kofi Kwame Laila Lars Leona Leroy Linus Lorna Lucian
Mabel Magda Malik Marta Maurice Mei Mina Mirela Monty Nadia Naveed Nerys Nina Noreen Octavia Olga Omar Oscar
Otis Padma Pavel Petra Priya Quentin Radka Rafiq Ramona Rashid Renata Rhys Roland Rosalind Sabina Salma Selwyn
Sergio Shanice Shirin Silas Stella Sunil Sybil Tamsin Tariq Tessa Thelma Tobias Ursula Vera Vikram Walter
Wanda Wesley Winifred Xavier Yasmin Yusuf Zara Zoltan
Casey Kiran Noor Robin Sasha Simran Tenzin Yuki`.split(/\s+/u);

/** Those of the list that are mostly given to boys; most others are given to girls. */
const MEN = new Set(
  `Ahmad Alan Alec Anton Arjun Bashir Bernard Boris Callum Clive Conrad Cyril Damian Darius Derek Dev Edwin
Emeka Felix Fergus Gareth Goran Hamza Hector Hugo Ifor Ishaan Ivan Jasper Jerome Jonah Kamal Karim Kofi Kwame Lars
Leroy Linus Lucian Malik Maurice Monty Naveed Omar Oscar Otis Pavel Quentin Rafiq Rashid Rhys Roland Selwyn Sergio
Silas Sunil Tariq Tobias Vikram Walter Wesley Xavier Yusuf Zoltan`.split(/\s+/u),
);

/** Those that are given to both. */
const EITHER = new Set('Casey Chidi Juno Kiran Noor Robin Sasha Simran Tenzin Yuki'.split(' '));

export const USUALLY = ['woman', 'man', 'either'] as const;
export type Usually = (typeof USUALLY)[number];

/** Whose name it usually is, so that a sister is not offered a brother's; it says nothing of anybody who has it. */
export function usually(name: string): Usually {
  return EITHER.has(name) ? 'either' : MEN.has(name) ? 'man' : 'woman';
}

/** So many of these names, some of each kind as long as there are, in their order within it. */
export function someOfEach(free: readonly string[], n: number): string[] {
  const either = Math.floor(n / 6);
  const each = Math.ceil((n - either) / 2);
  const most = { woman: each, man: n - either - each, either };
  const chosen = USUALLY.flatMap((kind) =>
    free.filter((name) => usually(name) === kind).slice(0, most[kind]),
  );
  return [...chosen, ...free.filter((name) => !chosen.includes(name))].slice(0, n);
}

/**
 * Names that nobody in the register has, not even as a surname, in an order that depends on the seed
 * alone: the same register and seed give the same names.
 *
 * @param register names of participants and staff
 * @param n how many
 * @param seed any whole number
 * @returns null when there are not so many that nobody has
 */
export function pseudonymsFor(register: readonly string[], n: number, seed: number): string[] | null {
  const free = freeNames(register, seed);
  return free.length < n ? null : free.slice(0, n);
}

/**
 * All names of the list that stand in none of these texts, in no spelling and no script, in an order that depends on the seed alone.
 *
 * @param texts names of people, and whatever else may name somebody
 */
export function freeNames(texts: Iterable<string>, seed: number): string[] {
  const heard = heardIn(texts);
  const random = mulberry32(seed);
  // The whole list is shuffled first, so that a change in the register moves as few names as can be.
  const order = ALL_PSEUDONYMS.map((name) => ({ name, at: random() })).toSorted((a, b) => a.at - b.at);
  return order.map(({ name }) => name).filter((name) => !isHeard(name, heard));
}

/** Numbers from 0 to 1 from a seed (Tommy Ettinger's mulberry32); for order only, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
