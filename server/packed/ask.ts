/** Asks in the terminal where to keep the data. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { NoPlace } from './place.ts';
import { WORDS } from './words.ts';

/** Asks until the answer is one of the two. Throws `NoPlace` when the terminal closes, as by Ctrl-C. */
export async function askPlace(
  input: Readable,
  output: Writable,
  beside: string,
  own: string,
): Promise<'beside' | 'own'> {
  const terminal = createInterface({ input, output });
  const closed = new Promise<null>((done) => terminal.once('close', () => done(null)));
  // Newer versions of Node.js reject a question whose terminal closes, older ones leave it open.
  const answered = (): Promise<string | null> => terminal.question(WORDS.prompt).catch(() => null);
  try {
    output.write(`${WORDS.question(beside, own).join('\n')}\n`);
    for (;;) {
      const answer = await Promise.race([answered(), closed]);
      if (answer === null) throw new NoPlace(WORDS.notAnswered);
      if (['', '1'].includes(answer.trim())) return 'beside';
      if (answer.trim() === '2') return 'own';
      output.write(`${WORDS.again}\n`);
    }
  } finally {
    terminal.close();
  }
}
