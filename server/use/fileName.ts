/** Names of files that people save: date first, in letters every system takes. */

/** @returns for instance `2026-11-22_What-we-expect_files.zip` */
export function fileName(date: string, parts: readonly string[], ending: string): string {
  const safe = parts
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60),
    )
    .filter((part) => part !== '');
  return `${[date, ...safe].join('_')}.${ending}`;
}
