/** Waiting for long work over HTTP, and reading what it made. */
import type { JobState } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { TestServer } from './server.ts';

/** The state in which work ended; throws when it was not begun. */
export async function ended(server: TestServer, begun: JobState | Refusal): Promise<JobState> {
  if (isRefusal(begun)) throw new Error(JSON.stringify(begun));
  let state = begun;
  // Each turn asks the server, which is busy with the work; there is nothing to be told by.
  while (state.state === 'running' || state.state === 'stopping')
    state = await server.get<JobState>(`/api/jobs/${begun.id}`);
  return state;
}

export async function fileOf(server: TestServer, job: JobState, name: string): Promise<Response> {
  return server.fetch(`/api/jobs/${job.id}/files/${encodeURIComponent(name)}`);
}
