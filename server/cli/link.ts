/** `npx standpoint link`: a new start link of the Standpoint that is running. */
import { callServer, runningServer } from './callServer.ts';
import { accept, say, type Options } from './common.ts';

export async function link(options: Options): Promise<void> {
  const server = options.server ?? (await runningServer(options.data));
  const made = accept(await callServer<{ link: string }>(server, 'POST', '/api/staff/link', {}));
  say(made.link);
}
