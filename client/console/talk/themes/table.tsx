/** Themes by group or by statement: voices, and in how many sessions. */
import { capMarks } from '../../../../core/text.ts';
import type { Tally, ThemeCount } from '../../../../core/talk/count.ts';
import { cellOf, say } from './words.ts';

interface Props {
  counted: readonly ThemeCount[];
  /** A column that nobody is in is left out. */
  columns: readonly { id: string; label: string }[];
  of: (one: ThemeCount) => ReadonlyMap<string, Tally>;
  note: string;
}

export function Table({ counted, columns, of, note }: Props) {
  const shown = columns.filter(({ id }) => counted.some((one) => of(one).has(id)));
  return (
    <>
      <p class="theme-often">{note}</p>
      <div class="theme-table" tabIndex={0} role="region" aria-label={note}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('column.all')}</th>
              {shown.map(({ id, label }) => (
                <th key={id} scope="col" dir="auto">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counted.map((one) => (
              <tr key={one.theme.id}>
                <th scope="row">
                  <i class={`theme-dot theme-${one.theme.colour}`} aria-hidden="true" />
                  <bdi>{capMarks(one.theme.name)}</bdi>
                </th>
                <td>{cellOf(one)}</td>
                {shown.map(({ id }) => (
                  <td key={id}>{cellOf(of(one).get(id))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{say('voices')}</p>
    </>
  );
}
