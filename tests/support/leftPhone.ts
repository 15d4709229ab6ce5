/** A phone in a session that has begun, which its network leaves. */
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import { openPhone, sayYes, type PhonePage } from './phonePage.ts';
import { asked } from './recommendations.ts';
import { connectConsole, openSession, type TestServer } from './server.ts';
import type { Browser } from 'playwright-core';

export const SMALL = { width: 360, height: 640 };
export const KEPT = 'You wrote something that was not sent. It stays on this phone.';

/** A session of two statements that has begun, and one phone in it. */
export async function inRoom(here: { server: TestServer; browser: Browser }) {
  const { session, document } = await openSession(here.server, ['They call me back', 'They listen to me']);
  const change = (...changes: RecommendationChange[]) =>
    here.server.send('POST', `/api/consultations/${document.consultation.id}/recommendations`, { changes });
  await change(asked('plan', { text: 'Ask us before a plan is made', order: 1 }));
  const desk = await connectConsole(here.server, session.id);
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, SMALL);
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  const seal = () => here.server.send('POST', `/api/sessions/${session.id}/seal`, {});
  return { desk, phone, page: phone.page, seal };
}

export async function away(phone: PhonePage): Promise<void> {
  await phone.context.setOffline(true);
  await phone.page.locator('.line.lost').waitFor();
}
