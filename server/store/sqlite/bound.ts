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

/** A row that comes as JSON gets its sum as the last value. */
export function bound(write: Write): { statement: number; values: Bound[] } {
  if ('json' in write) {
    const { statement, json } = write;
    const values = (JSON.parse(json) as Value[]).map(whole);
    values.push(BigInt(sumOf(json)));
    return { statement, values };
  }
  const [statement, ...values] = write;
  return { statement, values: values.map(whole) };
}

/** JavaScript's numbers reach SQLite as floating point; in a column of any type a code must be whole. */
function whole(value: Value): Bound {
  return typeof value === 'number' ? BigInt(value) : value;
}

/** The number of the statement that this one is about. */
export function statementOf(write: Write): number {
  return 'json' in write ? write.statement : write[0];
}
