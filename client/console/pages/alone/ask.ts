/** The routes of talking alone and being told alone (core/apiAlone.ts). */
import type { AloneOpened, AlonePage } from '../../../../core/apiAlone.ts';
import type { AloneKind } from '../../../../core/alone.ts';
import { isRefusal, type Refusal } from '../../../../core/refusal.ts';
import type { AloneCard, AloneEnd } from '../../../../core/schemaAlone.ts';
import type { Result } from '../../api.ts';
import { ask } from '../../live/ask.ts';

const of = (id: string, what = ''): string => `consultations/${encodeURIComponent(id)}/alone${what}`;

async function result<T>(asked: Promise<T | Refusal>): Promise<Result<T>> {
  const answer = await asked;
  return isRefusal(answer) ? { ok: false, refusal: answer } : { ok: true, value: answer };
}

export const askAlone = (id: string): Promise<Result<AlonePage>> => result(ask<AlonePage>('GET', of(id)));
export const openAlone = (id: string, passphrase: string): Promise<Result<AloneOpened>> =>
  result(ask<AloneOpened>('POST', of(id, '/open'), { passphrase }));
export const sendCard = (id: string, card: AloneCard): Promise<Result<AlonePage>> =>
  result(ask<AlonePage>('POST', of(id, '/cards'), card));
export const settleAlone = (
  id: string,
  kind: AloneKind,
  wish: string,
  end: { passphrase: string; as: AloneEnd },
): Promise<Result<AloneOpened>> =>
  result(ask<AloneOpened>('POST', of(id, `/${kind}/${encodeURIComponent(wish)}/settle`), end));
