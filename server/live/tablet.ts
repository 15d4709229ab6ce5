/** The events of tablets that are passed round: for those that are signed in as one, each by core/access.ts. */
import * as v from 'valibot';
import type { Namespace } from 'socket.io';
import type { ServerToTablet, TabletToServer } from '../../core/protocol.ts';
import { fullBucket, take } from '../../core/bucket.ts';
import { LIMITS, TIMES } from '../../core/limits.ts';
import { tabletView } from '../../core/makeView.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { cardSchema, queueSchema } from '../../core/schemaTablet.ts';
import { newToken } from '../random.ts';
import { whoIs } from '../use/joinSession.ts';
import { cardOf } from '../use/laterCodes.ts';
import { infoOf } from '../use/running.ts';
import type { Tablets } from '../use/staff/tablets.ts';
import { tabletHere, tabletWaits } from '../use/tablets.ts';
import { answering, atDoor } from './answer.ts';
import { admit, takeIn, type ScreenParts, type StaffData } from './staff.ts';

export type TabletNamespace = Namespace<TabletToServer, ServerToTablet, Record<string, never>, StaffData>;

export interface TabletParts extends ScreenParts {
  tablets: Tablets;
}

/** Lets in tablets, each to one running session, and answers what they ask. */
export function serveTablets(namespace: TabletNamespace, parts: TabletParts): void {
  namespace.use(atDoor(parts.fault, (socket, next) => admit(parts, 'tablet', socket, next)));
  namespace.on('connection', (socket) => {
    takeIn(parts, 'tablet', socket);
    const { running, known } = socket.data;
    const { fault, now } = parts;
    const { session } = known;
    const isOut = (): boolean =>
      session !== null && parts.staff.holds(session) && parts.tablets.state(session).locked;
    const id = session?.id ?? '';
    socket.once('disconnect', tabletHere(running, id, isOut));
    const cards = fullBucket(LIMITS.cardsTyped, now());

    socket.on('hello', (ack) =>
      answering(ack, fault, async () => {
        if (session === null) return refuse('sign-in-needed');
        const recipient = await running.store.tabletRecipient();
        const view = tabletView({ v: running.v.tablet, room: running.room });
        return { info: infoOf(running), view, recipient, tablet: parts.tablets.state(session) };
      }),
    );
    socket.on('queue', (waiting, ack) =>
      answering(ack, fault, () => {
        const parsed = v.safeParse(queueSchema, waiting);
        if (!parsed.success) return refuse('bad-message', 'queue');
        tabletWaits(running, id, parsed.output);
        return { ok: true as const };
      }),
    );
    socket.on('card', (typed, ack) =>
      answering(ack, fault, () => {
        const parsed = v.safeParse(cardSchema, typed);
        if (!parsed.success) return refuse('bad-message', 'card');
        if (!take(cards, 1000 / TIMES.cardGapMs, LIMITS.cardsTyped, now())) return refuse('too-fast');
        // Somebody new asks: a card that anybody has is not theirs.
        const code = cardOf(running, whoIs(running, newToken()), parsed.output);
        return isRefusal(code) ? code : { ok: true as const };
      }),
    );
  });
}
