/** What a Polis export says about itself: topic, description, number of voters, and the sign of votes. */
import * as v from 'valibot';
import type { Refusal } from '../../core/refusal.ts';
import { refuse } from '../../core/refusal.ts';
import { faultAt, quoted, readRows, wholeNumber } from './csvTable.ts';

export interface PolisSummary {
  topic: string;
  description: string;
  /** Null: not stated. */
  voters: number | null;
}

const CONVENTION = 'agree=+1;disagree=-1;pass=0';

/**
 * Reads summary.csv: rows of key and value without a header. Without the file the import goes on
 * unnamed. A declared sign other than ours is refused, for the figures would come out inverted.
 */
export function readSummary(
  file: { name: string; text: string } | undefined,
  warnings: string[],
): PolisSummary | Refusal {
  if (file === undefined) {
    warnings.push('summary.csv is missing: give the consultation a title.');
    return { topic: '', description: '', voters: null };
  }
  // Topics with quotes in them were written unescaped by early versions.
  const rows = readRows(file.name, file.text, true);
  if ('refusal' in rows) return rows;
  const values = new Map<string, string>();
  for (const { line, cells } of rows) {
    const [key = '', ...rest] = cells;
    const value = rest.join(',');
    if (key === 'vote-convention' && !isOurs(value))
      return faultAt(file.name, line, `${CONVENTION} as vote-convention, not ${quoted(value)}`);
    values.set(key.trim(), value);
  }
  return {
    topic: values.get('topic') ?? '',
    description: values.get('conversation-description') ?? '',
    voters: wholeNumber(values.get('voters') ?? ''),
  };
}

function isOurs(convention: string): boolean {
  const parts = new Map(
    convention.split(';').map((part) => {
      const [key = '', value = ''] = part.split('=');
      return [key.trim(), value.trim()] as const;
    }),
  );
  const format = parts.get('format');
  return (
    ['1', '+1'].includes(parts.get('agree') ?? '') &&
    parts.get('disagree') === '-1' &&
    parts.get('pass') === '0' &&
    (format === undefined || format === 'polis-export/1')
  );
}

/** Our own export says its topic here in full where summary.csv had to cut it. */
const wholeSchema = v.object({ standpoint: v.object({ topic: v.string() }) });

const formatSchema = v.object({
  format: v.literal('polis-export/1', '"polis-export/1" as format'),
  vote: v.object(
    {
      agree: v.literal(1, '1 for agree'),
      disagree: v.literal(-1, '-1 for disagree'),
      pass: v.literal(0, '0 for pass'),
    },
    'the codes of agree, disagree and pass as vote',
  ),
});

/** Checks format.json where there is one, and gives the whole topic that it has, or null. */
export function readFormat(
  file: { name: string; text: string } | undefined,
): { topic: string | null } | Refusal {
  if (file === undefined) return { topic: null };
  let json: unknown;
  try {
    json = JSON.parse(file.text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('bad-file', file.name, 'JSON');
  }
  const parsed = v.safeParse(formatSchema, json);
  if (!parsed.success) return refuse('bad-file', file.name, parsed.issues[0].message);
  const whole = v.safeParse(wholeSchema, json);
  return { topic: whole.success ? whole.output.standpoint.topic : null };
}
