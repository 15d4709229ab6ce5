/** A program, and scribes' screens in browsers: on the laptop, or on devices that were added. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { NewConsultation, StoredDocument } from '../../core/api.ts';
import type { Session } from '../../core/session.ts';
import type { ChangesDone, TalkPage } from '../../core/talk/api.ts';
import type { Change } from '../../core/talk/change.ts';
import type { Refusal } from '../../core/refusal.ts';
import { launchBrowser } from './browser.ts';
import { startProgram, type Program } from './program.ts';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';

const STATEMENTS = ['My social worker listens to me', 'I know who to ask when something goes wrong'];

export interface ScribeHall {
  program: Program;
  browser: Browser;
  session: Session;
  consultation: string;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  talk(): Promise<TalkPage>;
  send(...changes: Change[]): Promise<ChangesDone | Refusal>;
  /** A browser of its own that is signed in on the laptop, on the scribe's screen. */
  scribe(size?: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
}

/** With a session that is under way, of two groups with people of whom attendance knows something. */
export async function openScribeHall(): Promise<ScribeHall> {
  const [program, browser] = await Promise.all([startProgram('--no-sample'), launchBrowser()]);
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await program.fetch(path, {
      method,
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const fresh: NewConsultation = { title: 'What we expect', statements: STATEMENTS.join('\n') };
  const made = await api<StoredDocument>('POST', '/api/consultations', fresh);
  made.consultation.groups = [
    { id: 'young', label: 'Young people', roomLabel: '' },
    { id: 'parents', label: 'Parents', roomLabel: '' },
  ];
  const { id } = made.consultation;
  await api('PUT', `/api/consultations/${id}`, made);
  const draft = await api<Session>('POST', `/api/consultations/${id}/sessions`, {
    name: 'Family centre, Tuesday',
    groups: ['young', 'parents'],
    attendance: [
      { group: 'parents', gender: 'woman', ageBand: '25 to 34', n: 6 },
      { group: 'young', gender: 'man', ageBand: '18 to 24', n: 5 },
    ],
  });
  const session = await api<Session>('POST', `/api/sessions/${draft.id}/lobby`, {});
  return {
    program,
    browser,
    session,
    consultation: id,
    api,
    talk: () => api('GET', `/api/sessions/${session.id}/talk`),
    send: (...changes) => api('POST', `/api/sessions/${session.id}/talk`, { changes }),
    scribe: async (size = { width: 1280, height: 720 }) => {
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
      await openStartLink(context, await program.link());
      const page = await context.newPage();
      page.setDefaultTimeout(PAGE_PATIENCE);
      await page.goto(`${program.url}/console/s/${session.id}/talk`);
      await page.getByLabel('What was said', { exact: true }).waitFor();
      return { context, page };
    },
    close: async () => {
      await browser.close();
      await program.stop();
    },
  };
}
