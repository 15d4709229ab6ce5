/** What a process uses, from /proc. Null where there is none, which is everywhere but on Linux. */
import { existsSync, readFileSync } from 'node:fs';

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

export const hasProc = existsSync('/proc/self/stat');

/** Seconds of CPU that the process has used with all its threads, in steps of a hundredth. */
export function cpuSeconds(pid: number): number | null {
  if (!hasProc) return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The name in parentheses may hold spaces; utime and stime are the 14th and 15th of all fields.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number | null {
  if (!hasProc) return null;
  const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return kB === undefined ? null : Number(kB) * 1024;
}
