/** What a fault needs of the machine beyond Node, and whether it is there. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Need =
  | 'root'
  | 'namespaces'
  | 'loop device'
  | 'tmpfs'
  | 'gcc'
  | 'python3'
  | 'nft'
  | 'browser'
  | '/proc';

function runs(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

const isRoot = process.getuid?.() === 0;

/** A namespace is made and removed, since containers often have the command and not the right. */
function namespaces(): boolean {
  const name = `standpoint-try-${process.pid}`;
  const made = isRoot && runs('ip', 'netns', 'add', name);
  return made && runs('ip', 'netns', 'delete', name);
}

const HAS: Record<Need, () => boolean> = {
  root: () => isRoot,
  namespaces,
  'loop device': () => isRoot && runs('losetup', '-f') && runs('mkfs.ext4', '-V'),
  tmpfs: () => isRoot && runs('unshare', '-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', '/mnt'),
  gcc: () => runs('gcc', '--version'),
  python3: () => runs('python3', '--version'),
  nft: () => isRoot && runs('nft', 'list', 'tables'),
  browser: () => true,
  '/proc': () => existsSync('/proc/self/stat'),
};

/** Those that are not there. Each is looked for by trying it. */
export function lacking(needs: readonly Need[]): Need[] {
  return needs.filter((need) => !HAS[need]());
}
