/** The laptop's battery, as the system tells it. Linux was tried; macOS and Windows by what their tools print. */
import { readdir, readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Battery {
  percent: number;
  /** Something feeds it, or it is full. */
  plugged: boolean;
}

/** What is asked of the system; tests answer in its place. */
export interface BatteryAsked {
  platform: NodeJS.Platform;
  /** Names in a folder; none where there is no such folder. */
  names: (folder: string) => Promise<string[]>;
  /** Text of a file; empty where it cannot be read. */
  file: (path: string) => Promise<string>;
  /** What a program prints; empty where it fails. */
  program: (name: string, args: readonly string[]) => Promise<string>;
}

const SUPPLIES = '/sys/class/power_supply';
/** BatteryStatus 1 is "discharging"; all others are fed. */
const WINDOWS =
  'Get-CimInstance Win32_Battery | ForEach-Object { "$($_.EstimatedChargeRemaining) $($_.BatteryStatus)" }';

/** @returns null where there is no battery, or the system does not tell */
export async function battery(system: BatteryAsked = thisSystem): Promise<Battery | null> {
  switch (system.platform) {
    case 'linux':
      return onLinux(system);
    case 'darwin': {
      const said = await system.program('pmset', ['-g', 'batt']);
      const percent = /(\d{1,3})%/.exec(said)?.[1];
      return percent === undefined ? null : { percent: Number(percent), plugged: /AC Power/.test(said) };
    }
    case 'win32': {
      const said = await system.program('powershell', ['-NoProfile', '-Command', WINDOWS]);
      const [, percent, status] = /^\s*(\d{1,3}) (\d+)/.exec(said) ?? [];
      return percent === undefined ? null : { percent: Number(percent), plugged: status !== '1' };
    }
    default:
      return null;
  }
}

/** The emptiest of several; batteries of mice and pens have a scope of their own and do not count. */
async function onLinux({ names, file }: BatteryAsked): Promise<Battery | null> {
  const all = await Promise.all(
    (await names(SUPPLIES)).map(async (name): Promise<Battery | null> => {
      const of = async (fact: string): Promise<string> => (await file(join(SUPPLIES, name, fact))).trim();
      if ((await of('type')) !== 'Battery' || (await of('scope')) === 'Device') return null;
      const percent = Number.parseInt(await of('capacity'), 10);
      return Number.isNaN(percent) ? null : { percent, plugged: (await of('status')) !== 'Discharging' };
    }),
  );
  return all
    .flatMap((one) => one ?? [])
    .reduce<Battery | null>(
      (least, one) => (least === null || one.percent < least.percent ? one : least),
      null,
    );
}

const run = promisify(execFile);

const thisSystem: BatteryAsked = {
  platform: process.platform,
  names: (folder) => readdir(folder).catch(() => []),
  file: (path) => readFile(path, 'utf8').catch(() => ''),
  program: (name, args) =>
    run(name, [...args], { timeout: 5000, windowsHide: true }).then(
      ({ stdout }) => stdout,
      () => '',
    ),
};
