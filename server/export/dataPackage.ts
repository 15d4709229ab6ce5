/**
 * A Frictionless data package around the exact CSV files. The keys are those of version 1, which every
 * reader knows; `type`, `categories` and `categoriesOrdered` are of version 2 and passed over by others.
 */
import type { Consultation } from '../../core/consultation.ts';
import { labelsOf } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import type { Table } from './tables.ts';

interface Category {
  value: string | number;
  label: string;
}

interface Field {
  name: string;
  description: string;
  type: 'string' | 'integer' | 'date';
  format?: string;
  constraints?: { required?: true; unique?: true; enum?: (string | number)[] };
  categories?: Category[];
  categoriesOrdered?: true;
}

interface ForeignKey {
  fields: string;
  reference: { resource: string; fields: string };
}

/** Columns that name a row of another table. Groups only where one cell holds one group. */
const POINTS_AT: Record<string, string> = { session_id: 'sessions', statement_id: 'statements' };
const ONE_GROUP = ['statements', 'attendance'];

/** The text of datapackage.json. `prefix` stands before the names of the files. */
export function dataPackage(
  about: { consultation: Consultation; sessions: readonly Session[]; date: string },
  tables: readonly Table[],
  codes: Codes,
  prefix: string,
): string {
  const { consultation, sessions, date } = about;
  const sample = consultation.sample ? 'SAMPLE: made-up people, made-up answers. ' : '';
  const pairs = sessions.some((s) => s.twoGroups);
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'standpoint-files',
    title: consultation.title,
    description: `${sample}CONFIDENTIAL: TEAM ONLY. Complete answers and comments of a consultation. Nothing here is ready to be published.`,
    created: `${date}T00:00:00Z`,
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      type: 'table',
      name: table.name,
      path: `${prefix}${table.name}_data.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: schemaOf(table, codes, pairs),
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function schemaOf({ name, columns }: Table, codes: Codes, pairs: boolean): object {
  const keys = columns.filter((c) => c.key === true).map((c) => c.name);
  const foreign = columns.flatMap((column): ForeignKey[] => {
    const group = column.name === 'group_id' && (ONE_GROUP.includes(name) || !pairs);
    const resource = group ? 'groups' : POINTS_AT[column.name];
    if (resource === undefined || resource === name) return [];
    return [{ fields: column.name, reference: { resource, fields: column.name } }];
  });
  return {
    fields: columns.map((column) => fieldOf(column, codes)),
    missingValues: [''],
    ...(keys.length === 0 ? {} : { primaryKey: keys }),
    ...(foreign.length === 0 ? {} : { foreignKeys: foreign }),
  };
}

function fieldOf(column: Column, codes: Codes): Field {
  const field: Field = { name: column.name, description: column.label, type: 'string' };
  if (column.type === 'integer') field.type = 'integer';
  if (column.type === 'date') Object.assign(field, { type: 'date', format: 'default' });
  if (column.key === true) field.constraints = { required: true, unique: true };
  const labels = labelsFor(column, codes);
  if (labels === null) return field;
  const numbers = labels.every(([value]) => /^\d+$/.test(value));
  const categories = labels.map(([value, label]) => ({ value: numbers ? Number(value) : value, label }));
  if (numbers) field.type = 'integer';
  field.constraints = { ...field.constraints, enum: categories.map((c) => c.value) };
  field.categories = categories;
  if (column.type === 'integer') field.categoriesOrdered = true;
  return field;
}

/** The values of a column and what they mean; null where it has none, or other ones on each scale. */
export function labelsFor(column: Column, codes: Codes): [string, string][] | null {
  if (column.values !== undefined) return Object.entries(column.values);
  const [only, ...others] = codes.scales();
  if (column.name !== 'answer_code' || only === undefined || others.length > 0) return null;
  return labelsOf(only.scale).map((label, i) => [String(i + 1), label]);
}
