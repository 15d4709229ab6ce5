/**
 * "Check this room": which addresses the laptop has, which one the QR code uses, and through which
 * another device has really loaded the phone page. Kept in memory only, and never who it was.
 */
import { networkInterfaces } from 'node:os';
import { humanName, likelihood, orderAddresses } from '../../core/address.ts';
import type { RoomAddress, RoomCheck } from '../../core/address.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';

export interface RoomWatch {
  /** What phones open now, without a path. */
  address: () => string;
  check: () => RoomCheck;
  /** Begins the waiting anew. */
  watch: () => void;
  choose: (url: string) => RoomCheck | Refusal;
  /** A phone page was loaded at this address of the laptop, from this address. */
  visited: (local: string, remote: string) => void;
  /** All addresses of this machine, for the Host check. */
  ownAddresses: () => string[];
}

/**
 * @param port where the server listens
 * @param host what it was told to listen on; a single address leaves no choice
 * @param now a monotonic clock in milliseconds
 */
export function watchRoom(port: () => number, host: string, now: () => number): RoomWatch {
  const proved = new Set<string>();
  let chosen: string | null = null;
  let since = now();
  let lastVisit = -Infinity;

  const own = (): { adapter: string; address: string }[] =>
    Object.entries(networkInterfaces()).flatMap(([adapter, list]) =>
      (list ?? [])
        .filter((a) => a.family === 'IPv4' && !a.internal)
        .map((a) => ({ adapter, address: a.address })),
    );
  const candidates = (): { adapter: string; address: string }[] => {
    const list = orderAddresses(own());
    const everywhere = host === '0.0.0.0' || host === '::';
    return everywhere ? list : list.filter((a) => a.address === host);
  };
  const url = (address: string): string =>
    port() === 80 ? `http://${address}` : `http://${address}:${port()}`;
  const current = (): string => {
    const list = candidates().map((a) => a.address);
    if (chosen !== null && list.includes(chosen)) return chosen;
    return list.find((a) => proved.has(a)) ?? list[0] ?? 'localhost';
  };
  const check = (): RoomCheck => {
    const inUse = current();
    return {
      addresses: candidates().map((a): RoomAddress => ({
        url: url(a.address),
        adapter: humanName(a.adapter),
        likely: likelihood(a) > 0,
        proved: proved.has(a.address),
        chosen: a.address === inUse,
      })),
      waited: lastVisit >= since ? 0 : Math.floor((now() - since) / 1000),
    };
  };

  return {
    address: () => url(current()),
    check,
    watch: () => {
      since = now();
    },
    choose: (wanted) => {
      const found = candidates().find((a) => url(a.address) === wanted);
      if (found === undefined) return refuse('address-unknown', 'url');
      chosen = found.address;
      return check();
    },
    visited: (local, remote) => {
      const to = plainAddress(local);
      const from = plainAddress(remote);
      const mine = new Set([...own().map((a) => a.address), '127.0.0.1', '::1']);
      if (mine.has(from)) return;
      proved.add(to);
      lastVisit = now();
    },
    ownAddresses: () =>
      Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((a) => a.address)),
  };
}

/** An IPv4 address as it is, also when a socket reports it mapped into IPv6. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
