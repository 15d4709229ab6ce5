/** A linked session of three groups, two statements and two rounds, held and sealed over real sockets. */
import { expect } from '@jest/globals';
import type { Answer } from '../../core/scale.ts';
import { connectConsole, connectPhone, openSession, type Phone, type TestServer } from './server.ts';

/** Each person's group and answers: statement 1 in both rounds, then statement 2 in both. */
const PEOPLE: [group: string, answers: [Answer, Answer, Answer, Answer]][] = [
  ...(
    [
      [4, 5],
      [4, 4],
      [5, 5],
      [5, 5],
      [4, 4],
      [2, 4],
    ] as const
  ).map(([one, two]): (typeof PEOPLE)[number] => ['families', [one, two, 4, 4]]),
  ...(
    [
      [1, 2],
      [2, 2],
      [1, 1],
      [2, 4],
      [2, 2],
      [4, 2],
    ] as const
  ).map(([one, two]): (typeof PEOPLE)[number] => ['workforce', [one, two, 4, 4]]),
  ...(
    [
      [4, 4],
      ['n', 4],
      [3, 3],
    ] as const
  ).map(([one, two]): (typeof PEOPLE)[number] => ['carers', [one, two, 4, 'x']]),
];
const COMMENTS: Record<number, [text: string, audience: 0 | 1]> = {
  0: ['Anna Smith listened to me in the Café', 0],
  6: ['There is no time, call 07700 900123', 0],
  7: ['Not for the wall', 1],
  12: ['I would rather not be quoted', 0],
};
const NOT_QUOTED = 12;

/** Holds and seals a linked session of two rounds; gives the consultation's id. */
export async function holdTwoRounds(server: TestServer): Promise<string> {
  const { session, document } = await openSession(
    server,
    ['I am listened to', 'We want the same'],
    { name: 'Spring', mode: 'linked', groups: ['families', 'workforce', 'carers'] },
    (doc) => {
      doc.rounds = 2;
      doc.groups = ['families', 'workforce', 'carers'].map((group) => ({
        id: group,
        label: `${group[0]?.toUpperCase()}${group.slice(1)}`,
        roomLabel: '',
      }));
    },
  );
  const leader = await connectConsole(server, session.id);
  const phones: Phone[] = [];
  for (const [i, [group]] of PEOPLE.entries()) {
    const phone = await connectPhone(server, session.code);
    await phone.join([group], i !== NOT_QUOTED);
    phones.push(phone);
  }
  for (const board of [0, 1, 2, 3]) {
    await leader.do({ do: 'next' });
    await leader.do({ do: 'next' });
    for (const [i, phone] of phones.entries()) {
      const [text = '', audience = 0] = board === 0 ? (COMMENTS[i] ?? []) : [];
      expect(await phone.place(board + 1, 1, PEOPLE[i]?.[1][board] ?? null, text, audience)).toBe(1);
    }
    for (let step = 0; step < 3; step += 1) await leader.do({ do: 'next' });
  }
  await leader.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const socket of [...phones, leader]) socket.close();
  return document.consultation.id;
}

/** What a picture of its first statement, first round, says beside its bars. */
export const FIRST_PICTURE = {
  title: expect.stringMatching(/^I am listened to/),
  subtitle: [
    '14 people answered; 1 declined',
    expect.stringMatching(/^First round · 1 session · \d{1,2} [A-Z][a-z]+ \d{4}$/),
  ],
  footer: expect.stringContaining('CONFIDENTIAL: TEAM ONLY'),
  captioned: false,
};
