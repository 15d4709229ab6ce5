/** A program, and the page of paper slips in a browser, worked by keystrokes and nothing else. */
import type { Page } from 'playwright-core';
import type { NewConsultation, StoredDocument } from '../../core/api.ts';
import type { Session } from '../../core/session.ts';
import { launchBrowser } from './browser.ts';
import { startProgram, type Program } from './program.ts';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';

export const STATEMENTS = [
  'My social worker listens to me',
  'I know who to ask when something goes wrong',
  'People keep the promises they make to me',
  'I have a say in what happens to my family',
];
const LABELS: Record<string, string> = { a: 'Young people', b: 'Parents' };

export interface SlipDesk {
  program: Program;
  page: Page;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A session in its lobby, of these groups. */
  makeSession(groups: string[]): Promise<{ consultation: string; session: Session }>;
  /** Goes to the page of slips of a session. */
  open(session: string): Promise<void>;
  openForPaper(): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until the page says it. */
  says(text: string | RegExp): Promise<void>;
  heading(name: string | RegExp): Promise<void>;
  /** Goes on by Tab until this has the focus. */
  tabTo(text: string): Promise<void>;
  close(): Promise<void>;
}

export async function openSlipDesk(): Promise<SlipDesk> {
  const [program, browser] = await Promise.all([startProgram('--no-sample'), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(context, await program.link());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);

  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await program.fetch(path, {
      method,
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (text: string): Promise<void> => {
    for (let i = 0; i < 30; i += 1) {
      await press('Tab');
      const at = await page.evaluate(() => {
        const on = document.activeElement;
        return `${on?.textContent} ${on?.closest('label')?.textContent}`;
      });
      if (at.includes(text)) return;
    }
    throw new Error(`Tab does not lead to “${text}”.`);
  };
  return {
    program,
    page,
    api,
    makeSession: async (groups) => {
      const fresh: NewConsultation = { title: 'What we expect', statements: STATEMENTS.join('\n') };
      const made = await api<StoredDocument>('POST', '/api/consultations', fresh);
      made.consultation.groups = groups.map((id) => ({ id, label: LABELS[id] ?? id, roomLabel: '' }));
      const { id } = made.consultation;
      await api('PUT', `/api/consultations/${id}`, made);
      const draft = await api<Session>('POST', `/api/consultations/${id}/sessions`, { groups });
      return { consultation: id, session: await api('POST', `/api/sessions/${draft.id}/lobby`, {}) };
    },
    open: async (session) => {
      await page.goto(`${program.url}/console/s/${session}/slips`);
      await page.getByLabel('Number on the slip').waitFor();
    },
    openForPaper: async () => {
      await tabTo('Open these for paper');
      await press('Enter');
      await page.getByRole('heading', { name: 'Some statements' }).waitFor({ state: 'detached' });
    },
    press,
    type: (text) => page.keyboard.type(text),
    says: (text) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    heading: (name) => page.getByRole('heading', { name }).waitFor(),
    tabTo,
    close: async () => {
      await browser.close();
      await program.stop();
    },
  };
}
