/** Signing in as a facilitator does: by the link that was printed. */
import type { BrowserContext } from 'playwright-core';

/** A request of a test: headers by name. */
export type Asking = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** Uses a start link up and gives the cookie that a browser would have from it. */
export async function signIn(link: string): Promise<string> {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/api/staff/start`, {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: hash.replace('#start=', '') }),
  });
  if (!response.ok) throw new Error(`The start link was refused: ${await response.text()}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Opens a start link in a browser, which is signed in from then on, all its pages. */
export async function openStartLink(context: BrowserContext, link: string): Promise<void> {
  const page = await context.newPage();
  const signedIn = page.waitForResponse((response) => response.url().endsWith('/api/staff/start'));
  await page.goto(link);
  if (!(await signedIn).ok()) throw new Error('The start link was refused.');
  await page.close();
}
