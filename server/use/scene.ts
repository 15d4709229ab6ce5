/** What the views are made from, taken from a running session. */
import { findPersonal } from '../../core/personal/findPersonal.ts';
import type { ConsoleScene, Scene } from '../../core/makeView.ts';
import type { LaptopState } from '../../core/laptop.ts';
import { TIMES } from '../../core/limits.ts';
import { capMarks } from '../../core/text.ts';
import { freshIn } from './addStatements.ts';
import { dotsOn } from './checking.ts';
import type { AudienceName, Running } from './running.ts';
import { isFull, peopleNow } from './people.ts';
import { groupsIn, pileOn, placedOn } from './running.ts';
import { signsOf } from './signs.ts';
import { spentOn } from './topicTime.ts';
import { tabletsOf } from './tablets.ts';

/**
 * Notes that somebody was told how things are now.
 *
 * @param address what phones open, without a path; a phone's own view does not need it
 */
export function sceneOf(running: Running, audience: AudienceName, address = ''): Scene {
  const { session, consultation, room } = running;
  running.asked.add(audience);
  return {
    v: running.v[audience],
    room,
    code: session.code,
    address,
    newAddress: running.newAddress,
    title: consultation.title,
    sample: consultation.sample,
    rehearsal: session.rehearsal,
    groups: groupsIn(running),
    floor: consultation.floor,
    joined: peopleNow(running),
    full: isFull(running),
    shownJoined: running.mostJoined,
    placed: (board) => placedOn(running, board),
    pile: (board) => pileOn(running, board),
    note: (id) => {
      const note = running.notes.get(id);
      return note && { text: note.comment, answer: note.answer, audience: note.audience };
    },
  };
}

/** @param now a monotonic clock in milliseconds */
export function consoleSceneOf(
  running: Running,
  address: string,
  now: number,
  laptop: LaptopState,
): ConsoleScene {
  const { session, consultation, room } = running;
  let withoutPhone = 0;
  for (const person of running.people.values()) if (person.slot !== null) withoutPhone += 1;
  const since = running.closedAt === null ? Infinity : now - running.closedAt;
  return {
    ...sceneOf(running, 'console', address),
    session: {
      id: session.id,
      consultation: session.consultation,
      name: session.name,
      mode: session.mode,
      style: session.style,
      state: session.state,
      rehearsal: session.rehearsal,
      twoGroups: session.twoGroups,
      attendance: session.attendance,
      others: session.others,
      withdrawUntil: session.withdrawUntil ?? null,
    },
    connected: running.presence.size,
    withoutPhone,
    knownSlips: [...running.slips.keys()]
      .filter((n) => room.slips.entered.includes(n))
      .toSorted((a, b) => a - b),
    tablets: tabletsOf(running),
    notesFor: (statement) => consultation.statements.find((s) => s.id === statement)?.notes ?? '',
    fresh: freshIn(running).map(({ id, wordings }) => {
      const text = capMarks(wordings[0]?.text ?? '');
      return { id, text, found: findPersonal(text, running.lists) };
    }),
    signs: (id) => signsOf(running, id),
    muted: (id) => {
      const note = running.notes.get(id);
      return (
        running.stillMuted.has(id) || room.muted.some((m) => m.board === note?.board && m.tag === note.tag)
      );
    },
    lead: running.lead,
    undo: running.undo.at(-1)?.command ?? null,
    laptop,
    dotsOn: (place) => dotsOn(running, place),
    spent: (topic) => spentOn(running.topicTime, topic, now),
    reopenFor: Math.max(0, Math.ceil(TIMES.reopenMs - since)),
  };
}
