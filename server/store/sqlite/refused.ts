/** Carries a refusal out of a transaction, which is rolled back by it. */
import type { Refusal } from '../../../core/refusal.ts';

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refusal);
    this.refusal = refusal;
  }
}
