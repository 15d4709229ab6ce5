/**
 * Breaks a label into lines of at most `most` characters at its spaces; a longer word keeps a line of
 * its own. Beyond `lines` lines the rest is an ellipsis, since the table has the whole label.
 */
export function wrapLabel(label: string, most: number, lines: number): string[] {
  const rows: string[] = [];
  for (const word of label.split(/\s+/u)) {
    const last = rows.at(-1);
    if (last !== undefined && [...`${last} ${word}`].length <= most)
      rows[rows.length - 1] = `${last} ${word}`;
    else rows.push([...word].length > most ? `${[...word].slice(0, most - 1).join('')}…` : word);
  }
  if (rows.length <= lines) return rows;
  return [...rows.slice(0, lines - 1), `${rows[lines - 1] ?? ''} …`];
}
