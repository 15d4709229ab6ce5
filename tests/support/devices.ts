/** Other devices of the staff, joined as they join in a room: by the PIN that the console shows. */
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Pairing } from '../../core/staffApi.ts';
import type { Role } from '../../core/staff.ts';
import { readLocalKey } from '../../server/localKey.ts';
import { asks, cookieOf } from './asks.ts';
import { lanAddress } from './program.ts';
import type { TestServer } from './server.ts';

/** Where a client asks from, and what shows who it is. */
export interface Device {
  /** Where it finds the server: https://192.168.1.20:8443 */
  url: string;
  headers: Record<string, string>;
}

/** Whoever may ask for a PIN on the laptop. */
type Asks = Pick<TestServer, 'send'>;

export async function pairing(server: Asks, role: Role): Promise<Pairing> {
  const begun = await server.send<Pairing | Refusal>('POST', '/api/staff/pairing', { role });
  if (isRefusal(begun)) throw new Error(JSON.stringify(begun));
  return begun;
}

/** Adds a device; throws when it is not let in. */
export async function joinDevice(server: Asks, role: Role, name = `A ${role}`): Promise<Device> {
  const { url, pin } = await pairing(server, role);
  const { origin } = new URL(url);
  const answer = await asks(`${origin}/api/staff/pair`, { method: 'POST', body: { pin, name } });
  if (answer.status !== 200) throw new Error(answer.text);
  return { url: origin, headers: { Cookie: cookieOf(answer) } };
}

/** The laptop's own browser. */
export const laptop = (server: TestServer): Device => ({
  url: server.url,
  headers: { Cookie: server.cookie },
});

/** The laptop's command line. */
export async function commandLine(server: TestServer): Promise<Device> {
  const found = await readLocalKey(server.folder);
  return { url: server.url, headers: { Authorization: `Bearer ${found?.key ?? ''}` } };
}

/** Nobody in particular, from somewhere on the network. */
export const onNetwork = (server: TestServer): Device => ({
  url: `http://${lanAddress()}:${server.app.port}`,
  headers: {},
});
