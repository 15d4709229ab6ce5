/** What a pack says about whose work is in it. */
import { lockedPackages } from '../licences.ts';
import type { PackedPackage } from './packages.ts';
import type { NodeBinary } from './platforms.ts';

/** `LICENCES.txt`: a line for each package, and where its text is. */
export function licencesText(packages: readonly PackedPackage[], node: NodeBinary): string {
  const licence = new Map(lockedPackages().map((p) => [`${p.name}@${p.version}`, p.licence]));
  const lines = packages.map(({ name, version, path }) => {
    const own = licence.get(`${name}@${version}`) ?? null;
    // Whoever passes a package on has to say under which terms.
    if (own === null) throw new Error(`${name}@${version} does not say what its licence is.`);
    return `${name} ${version}: ${own} (program/${path})`;
  });
  return [
    'Standpoint is made with the work of others. Their licences allow it to be passed on as it is here.',
    'The text of each licence is in the folder that is named, where its authors put one.',
    '',
    `Node.js ${node.version}: MIT, and others that its text names (program/node-licence.txt)`,
    ...lines,
    '',
  ].join('\n');
}
