/**
 * Which of a laptop's addresses phones in the room can probably reach. An address is never known to
 * work until another device has loaded the page from it; this only puts the likely ones first.
 */

/** An address as the operating system reports it. */
export interface AdapterAddress {
  adapter: string;
  address: string;
}

/** One address of this laptop, for "Check this room". */
export interface RoomAddress {
  /** http://192.168.1.20:8080 */
  url: string;
  /** The adapter's name as a person knows it: "Wi-Fi". */
  adapter: string;
  likely: boolean;
  /** Another device has really loaded the phone page by this address. */
  proved: boolean;
  /** The one in the projector's QR code. */
  chosen: boolean;
}

export interface RoomCheck {
  addresses: RoomAddress[];
  /** Seconds since the check was begun without any other device arriving. */
  waited: number;
}

// Adapters of virtual machines, containers and private networks: phones in the room are not on them.
const VIRTUAL =
  /vethernet|hyper-?v|wsl|virtualbox|vboxnet|vmware|vmnet|docker|^br-|^veth|tailscale|zerotier|^zt|^tun|^tap|^utun|wireguard|^wg|loopback|npcap|bluetooth|^awdl|^llw/i;

const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * How likely phones reach this address; higher is likelier, below nought is a last resort. Hotspots
 * (192.168.137.1 on Windows, 192.168.2.1 on a Mac's bridge100, 10.42.0.1 on Linux, 172.20.10.x behind
 * an iPhone) are ordinary private addresses and must not lose for an adapter's odd name.
 */
export function likelihood({ adapter, address }: AdapterAddress): number {
  if (address.startsWith('169.254.')) return -2;
  if (VIRTUAL.test(adapter)) return -1;
  const known = /wi-?fi|wlan|wlp|wl\d|airport|local area connection\*|bridge100/i.test(adapter);
  const wired = /ethernet|^en|^eth|^enp|local area/i.test(adapter);
  return (PRIVATE.test(address) ? 4 : 1) + (known ? 2 : wired ? 1 : 0);
}

/** A name people recognise for an adapter that the system calls `wlp3s0` or `en0`. */
export function humanName(adapter: string): string {
  if (/^(?:wl|ath)/i.test(adapter) || /wi-?fi|airport/i.test(adapter)) return `Wi-Fi (${adapter})`;
  if (/^bridge100$|local area connection\*/i.test(adapter)) return `This laptop’s hotspot (${adapter})`;
  if (/^(?:en|eth)/i.test(adapter)) return `Network (${adapter})`;
  return adapter;
}

/** Likeliest first; equal ones by adapter name, so that the order does not jump about. */
export function orderAddresses(list: readonly AdapterAddress[]): AdapterAddress[] {
  return list.toSorted(
    (a, b) =>
      likelihood(b) - likelihood(a) ||
      a.adapter.localeCompare(b.adapter) ||
      a.address.localeCompare(b.address),
  );
}

/** An address as somebody types it, whole. */
const IN_ROOM = /^(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.\d{1,3}\.\d{1,3}$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Of the four parts those that two laptops behind one router have in common. */
const NEAR = 2;

/**
 * The address of a laptop in the same room as somebody types it from the wall; null when it is none. Nowhere
 * else is anybody sent with what their phone knows.
 *
 * @param here where the page itself is from; its port is meant where none was typed
 */
export function readLaptopAddress(typed: string, here: { hostname: string; port: string }): string | null {
  const found = /^(?:http:\/\/)?([a-z0-9.-]+)(?::(\d{1,5}))?(?:\/.*)?$/i.exec(typed.trim());
  const host = found?.[1]?.toLowerCase() ?? '';
  const near = (address: string): string => address.split('.').slice(0, NEAR).join('.');
  const ours = IPV4.test(host) && host.split('.').every((n) => Number(n) < 256);
  const known = IN_ROOM.test(host) || near(host) === near(here.hostname);
  if (!(ours && known) && !/^[a-z0-9-]+\.local$/.test(host)) return null;
  const at = found?.[2] ?? here.port;
  return at === '' || at === '80' ? `http://${host}` : `http://${host}:${at}`;
}
