/** What is written as SQLite is given it: the number of its statement, and the values to bind. */
import { crc32 } from 'node:zlib';
import type { Value, Write } from './writes.ts';

/**
 * What the values of a row come to: SQLite sees to it that its pages fit together, and not that the words in
 * them are those that were written.
 *
 * @param json the values, in the order of their columns
 */
export function sumOf(json: string): number {
  return crc32(json);
}

type Bound = Exclude<Value, number> | bigint;

/** @param run given the values of each row; of one that comes as JSON its sum is the last of them */
export function bind(write: Write, run: (statement: number, values: Bound[]) => void): void {
  if ('json' in write) {
    for (const json of write.json.split('\n')) {
      const values = (JSON.parse(json) as Value[]).map(whole);
      values.push(BigInt(sumOf(json)));
      run(write.statement, values);
    }
  } else {
    const [statement, ...values] = write;
    run(statement, values.map(whole));
  }
}

/** JavaScript's numbers reach SQLite as floating point; in a column of any type a code must be whole. */
function whole(value: Value): Bound {
  return typeof value === 'number' ? BigInt(value) : value;
}

/** The number of the statement that this one is about. */
export function statementOf(write: Write): number {
  return 'json' in write ? write.statement : write[0];
}
