/** For which system and which processor a program or library was made, from the head of its file. */

const MACHO_64 = 0xfeedfacf;

/** @returns as packs are named, such as `windows-x64`; null: it is no binary of the four systems */
export function madeFor(bytes: Buffer): string | null {
  if (bytes.subarray(0, 4).toString('latin1') === '\u007fELF')
    return named('linux', bytes.readUInt16LE(18), 0x3e, 0xb7);
  if (bytes.readUInt32LE(0) === MACHO_64)
    return named('macos', bytes.readUInt32LE(4), 0x01000007, 0x0100000c);
  if (bytes.subarray(0, 2).toString('latin1') !== 'MZ') return null;
  const head = bytes.readUInt32LE(0x3c);
  if (bytes.toString('latin1', head, head + 4) !== 'PE\0\0') return null;
  return named('windows', bytes.readUInt16LE(head + 4), 0x8664, 0xaa64);
}

function named(system: string, machine: number, x64: number, arm64: number): string {
  if (machine === x64) return `${system}-x64`;
  return machine === arm64 ? `${system}-arm64` : `${system}-${machine}`;
}
