/** An open board on which people have written. */
import { expect } from '@jest/globals';
import type { ConsoleView } from '../../core/view.ts';
import { connectConsole, joinPhone, openSession, type Phone, type TestServer } from './server.ts';

/**
 * The first of two boards, open, with as many people as there are comments; each placed an answer with its
 * comment, and all are on the console. `note` finds one in a view by a part of its text.
 */
export async function commentedOn(server: TestServer, comments: readonly string[]) {
  const { session, document } = await openSession(server, ['One', 'Two']);
  const desk = await connectConsole(server, session.id);
  const phones: Phone[] = [];
  for (const _ of comments) phones.push(await joinPhone(server, session.code));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await Promise.all(phones.map((p) => p.until((v) => v.boards[0]?.state === 'open')));
  for (const [i, text] of comments.entries()) expect(await phones[i]?.place(1, 1, (i % 5) + 1, text)).toBe(1);
  await desk.until((v) => v.notes.length === comments.length);
  const note = (part: string) => (view: ConsoleView | undefined) =>
    view?.notes.find((n) => n.text.includes(part));
  return { session, consultation: document.consultation.id, desk, phones, note };
}
