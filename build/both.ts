/** The screens and the program of the server, for what is about to start them. */
import { buildClientIfChanged } from './client.ts';
import { buildServerIfChanged } from './server.ts';

/** Builds what is not made of the sources as they are. */
export async function buildIfChanged(): Promise<void> {
  await Promise.all([buildClientIfChanged(), buildServerIfChanged()]);
}

if (import.meta.main) await buildIfChanged();
