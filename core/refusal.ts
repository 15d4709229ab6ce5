/** An expected "no". The table of all of them is refusals.ts; screens that need only the "no" itself load none of it. */
import type { REFUSALS } from './refusals.ts';

export type RefusalCode = keyof typeof REFUSALS;

/**
 * An expected "no". `where` names the field, line or limit it is about, in plain words or as a
 * path (`statements.3.wordings.0.text`); `detail` says what was expected there.
 */
export interface Refusal {
  refusal: RefusalCode;
  where?: string;
  detail?: string;
}

/** Makes a refusal; leaves `where` and `detail` out when they are not given. */
export function refuse(code: RefusalCode, where?: string, detail?: string): Refusal {
  return {
    refusal: code,
    ...(where === undefined ? {} : { where }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Whether a value is a refusal rather than the thing asked for. */
export function isRefusal(value: unknown): value is Refusal {
  // A job's state has a `refusal` too, which is one or null, never a code.
  return (
    typeof value === 'object' && value !== null && 'refusal' in value && typeof value.refusal === 'string'
  );
}
