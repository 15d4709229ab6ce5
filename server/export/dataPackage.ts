/**
 * A Frictionless data package around the exact CSV files. The keys are those of version 1, which every
 * reader knows; `type`, `categories` and `categoriesOrdered` are of version 2 and passed over by others.
 */
import { labelsOf } from '../../core/scale.ts';
import { groupsOf } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { Column, TableName } from './columns.ts';
import type { ExportSource } from './source.ts';
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

/** Columns that name a row of another table, beside `group_id`, which may hold several. */
const POINTS_AT: Record<string, string> = { session_id: 'sessions', statement_id: 'statements' };

/** Tables in which each cell of `group_id` is empty or one group of the consultation, and so can be a key. */
async function oneGroupEach(source: ExportSource): Promise<Set<TableName>> {
  const { consultation, sessions } = source;
  const known = new Set(consultation.groups.map((g) => g.id));
  const fits = (groups: readonly string[]): boolean =>
    groups.length < 2 && groups.every((group) => known.has(group));
  const tables = new Set<TableName>(['statements', 'waves']);
  if (sessions.every((s) => fits(s.groups))) tables.add('sessions');
  if (sessions.every((s) => s.attendance.every((a) => fits(a.group === null ? [] : [a.group]))))
    tables.add('attendance');
  for (const { id } of sessions) {
    const { tallies, eligible } = await source.figuresOf(id);
    if (![...tallies, ...eligible].every((row) => fits(groupsOf(row.membership)))) return tables;
  }
  for (const name of ['responses_long', 'responses_wide', 'comments', 'boards'] as const) tables.add(name);
  return tables;
}

/** The text of datapackage.json. `prefix` stands before the names of the files. */
export async function dataPackage(
  source: ExportSource,
  tables: readonly Table[],
  codes: Codes,
  prefix: string,
): Promise<string> {
  const { consultation, date } = source;
  const sample = consultation.sample ? 'SAMPLE: made-up people, made-up answers. ' : '';
  const single = await oneGroupEach(source);
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
      schema: schemaOf(table, codes, single.has(table.name)),
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function schemaOf({ name, columns }: Table, codes: Codes, oneGroup: boolean): object {
  const keys = columns.filter((c) => c.key === true).map((c) => c.name);
  const foreign = columns.flatMap((column): ForeignKey[] => {
    const resource = column.name === 'group_id' && oneGroup ? 'groups' : POINTS_AT[column.name];
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
