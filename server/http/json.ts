/** Answering JSON routes: a value as it is, a refusal with its status, a fault without its inside. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../core/refusal.ts';
import { refusals } from '../metrics/coarse.ts';
import { refusalFor } from '../use/unexpected.ts';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'no-such-consultation': 404,
  'no-such-session': 404,
  'no-such-template': 404,
  'no-such-page': 404,
  'not-told': 404,
  'no-such-note': 404,
  'no-such-board': 404,
  'no-such-release': 404,
  'no-such-job': 404,
  'no-such-device': 404,
  'no-pairing': 404,
  'sign-in-needed': 401,
  'not-allowed-here': 403,
  'not-your-role': 403,
  'not-yet-yours': 403,
  'wrong-link': 403,
  'wrong-passphrase': 403,
  'wrong-pin': 403,
  'tablet-locked': 403,
  'needs-tls': 403,
  'tls-port-taken': 409,
  'wrong-origin': 403,
  'changed-elsewhere': 409,
  'session-running': 409,
  'wrong-state': 409,
  'wording-frozen': 409,
  'answered-already': 409,
  'held-already': 409,
  'release-refused': 409,
  'taken-back': 409,
  'confirm-first': 409,
  'approval-needed': 409,
  'stick-missing': 404,
  'stick-none': 404,
  'stick-others': 409,
  'stick-given-up': 409,
  'stick-read-only': 409,
  'stick-failed': 409,
  'stick-damaged': 409,
  'session-waits': 409,
  'stick-empty': 404,
  'code-unknown': 404,
  'slip-unknown': 404,
  'slip-entered': 409,
  'slip-forgotten': 409,
  'code-spent': 409,
  'codes-open': 409,
  'checks-open': 409,
  'past-its-date': 409,
  'too-large': 413,
  'too-fast': 429,
  fault: 500,
  'disk-full': 507,
  'stick-full': 507,
};

/** The HTTP status of a refusal; 400 where none fits better. */
export function statusOf({ refusal }: Refusal): number {
  return STATUS[refusal] ?? 400;
}

/** Answers with the refusal as JSON, under the HTTP status that fits it. */
export function sendRefusal(res: Response, refusal: Refusal): void {
  refusals.add(refusal.refusal);
  res.status(statusOf(refusal)).json(refusal);
}

/** A route whose handler returns what is to be sent, or a refusal. */
export function json(handler: (req: Request, res: Response) => unknown): RequestHandler {
  return (req, res, next) => {
    void Promise.resolve()
      .then(() => handler(req, res))
      .then((answer) => (isRefusal(answer) ? sendRefusal(res, answer) : res.json(answer)))
      .catch(next);
  };
}

/** A path or query value that is one text; anything else is empty. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * A comma list of ids in a query; absent or empty means none. What cannot be an id stays in the list, so that
 * a wrong one is refused and not taken for "all".
 */
export function idList(value: unknown): string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? value.split(',') : [''];
}

/** Errors of the body parser become refusals; anything unexpected becomes `fault` and is reported. */
export function failures(fault: (error: unknown) => void) {
  return (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
    if (type === 'entity.too.large') sendRefusal(res, refuse('too-large', 'body'));
    else if (type === 'entity.parse.failed') sendRefusal(res, refuse('bad-file', 'body', 'JSON'));
    else if (isClientError(error)) sendRefusal(res, refuse('bad-message', 'request'));
    else sendRefusal(res, refusalFor(error, fault));
  };
}

function isClientError(error: unknown): boolean {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500;
}
