/**
 * How much each test of anonymity does: a little with `npm test`, and with `npm run test:long` as much as a
 * claim about chance needs. The tests are the same ones; only these figures differ.
 */
const long = process.env['STANDPOINT_LONG'] === 'yes';

/** A figure of the long form that whoever runs it may change. */
const given = (name: string, usual: number): number => {
  const figure = Number(process.env[name] ?? usual);
  if (!(figure > 0)) throw new Error(`${name} is "${process.env[name]}" and should be a number above 0.`);
  return figure;
};

export const SIZES = long
  ? {
      /** People and boards of the rooms that are watched: a thousand placements each. */
      watched: { people: 100, boards: 10 },
      /** Guesses a second in the eight hours that are simulated. */
      guessesPerSecond: 20,
      /** Seconds of guessing over real sockets. */
      attackSeconds: given('ATTACK_SECONDS', 600),
      /** Wrong passphrases, each as slow as argon2id makes it. */
      passphrases: 200,
    }
  : {
      watched: { people: 30, boards: 5 },
      guessesPerSecond: 2,
      attackSeconds: 3,
      passphrases: 6,
    };

/** Tells a figure in the long form, where somebody wants to read it. */
export function tell(text: string): void {
  if (long) process.stdout.write(`${text}\n`);
}

/** Milliseconds that the longest of these tests may take. */
export const PATIENCE = long ? 60 * 60_000 : 240_000;

/** Milliseconds that a page is waited for: only for what never comes, on a machine that is busy with others. */
export const PAGE_PATIENCE = 40_000;
