/** What a phone says of what it had to send and could not, where no words tell it. */
import { expect, test } from '@jest/globals';
import { lateAnswers } from '../../client/phone/leftWords.ts';
import type { Phone } from '../../client/phone/phone.ts';
import type { Outbox } from '../../client/shared/outbox.ts';
import { THERE, thoughtPlace } from '../../core/thought.ts';
import { bench } from '../support/outboxBench.ts';

const place = thoughtPlace(1, 0);
const THOUGHT = { board: place, answer: THERE, comment: 'Nobody rang back', audience: 0 } as const;
const TAKEN_BACK = { ...THOUGHT, answer: null, comment: '' } as const;
/** Nothing but what it had to send is looked at. */
const said = (outbox: Outbox) =>
  lateAnswers({ outbox, state: {} } as Phone, false).map((left) => [left.place, left.why]);

test('TP1 a thought that was added and taken back while the phone was away is not said to stand', () => {
  const { box, last } = bench();
  const outbox = box();
  outbox.place(THOUGHT);
  last().ack(null);
  outbox.place(TAKEN_BACK);
  outbox.flush();
  last().ack({ refusal: 'not-open' });
  expect(outbox.notices()).toHaveLength(1);
  expect(said(outbox)).toEqual([]);
});

test('TP1 a thought that was in and is taken back too late is said to stand', () => {
  const { box, last } = bench();
  const outbox = box();
  outbox.place(THOUGHT);
  last().ack(last().entry.revision);
  outbox.place(TAKEN_BACK);
  last().ack({ refusal: 'not-open' });
  expect(said(outbox)).toEqual([[place, expect.stringContaining('It stands as you had sent it.')]]);
});
