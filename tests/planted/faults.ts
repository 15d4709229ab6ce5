/**
 * Faults that the suite has to notice: each is a change of one place in the code, with the tests that must
 * go red by it. `planted.ts` plants them one at a time in a copy.
 */
export interface Fault {
  /** What goes wrong, for whoever reads the result. */
  name: string;
  file: string;
  /** Stands in the file exactly once. */
  code: string;
  fault: string;
  /** Test files, and what the titles of their tests begin with where not all are needed. */
  tests: readonly string[];
  only?: string;
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'the report tells a recommendation of the wave before that stays with the team',
    file: 'core/report/wavesSince.ts',
    code: 'recommendations.filter(({ told }) => told)',
    fault: '[...recommendations]',
    tests: ['tests/core/report/waves.test.ts'],
  },
  {
    name: 'a text is coded without a yes to being used',
    file: 'server/store/sqlite/talkSources.ts',
    code: `  if (change.set !== null && !source.mayUse) return refuse('no-consent', 'source');
`,
    fault: '',
    tests: ['tests/server/sources.test.ts'],
    only: 'the store',
  },
  {
    name: 'acknowledged before it is on the disk',
    file: 'server/store/sqlite/groupCommit.ts',
    code: `    try {
      await this.#file.commit(writes);`,
    fault: `    for (const job of batch) job.done();
    try {
      await this.#file.commit(writes);`,
    tests: ['tests/server/store/sqlite/groupCommit.test.ts'],
    // The others wait for what never comes, each until its time is over.
    only: 'S1 closing commits',
  },
  {
    name: 'a commit does not wait for the disk',
    file: 'server/store/sqlite/database.ts',
    code: "db.pragma('synchronous = FULL');",
    fault: "db.pragma('synchronous = NORMAL');",
    tests: ['tests/server/store/sqlite/crash.test.ts'],
    only: 'S1',
  },
  {
    name: 'one person counts twice on a board',
    file: 'server/store/sqlite/liveMemory.ts',
    code: '    return this.#boards.get(board)?.get(tag);',
    fault: '    return this.#boards.get(board)?.get(`${tag} `);',
    tests: ['tests/server/store/sqlite.test.ts'],
    only: 'S2',
  },
  {
    name: 'a phone’s address is logged',
    file: 'server/live/phone.ts',
    code: '    forgetRequest(socket);',
    fault: '    process.stdout.write(`${socket.handshake.address}\\n`);\n    forgetRequest(socket);',
    tests: ['tests/server/live/said.test.ts'],
  },
  {
    name: 'the page that a console comes from is kept',
    file: 'server/live/staff.ts',
    code: '  const { session } = known;\n',
    fault:
      '  const { session } = known;\n  running.room = { ...running.room, last: socket.request.headers.referer } as never;\n',
    tests: ['tests/server/live/sentinel.test.ts'],
  },
  {
    name: 'comments reach the console in the order in which they were written',
    file: 'server/use/lists.ts',
    code: 'lists[n] = shuffled(list);',
    fault: 'lists[n] = list;',
    tests: ['tests/server/live/watched.test.ts'],
    only: 'H1 H2 H5',
  },
  {
    name: 'live results follow each person, though they are told to wait for a batch',
    file: 'core/liveResult.ts',
    code: 'if (pending.length < 2 * floor) return null;',
    fault: 'if (pending.length === 0) return null;\n  floor = 0;',
    tests: ['tests/server/live/watched.test.ts'],
    only: 'H9',
  },
  {
    name: 'phones can count by the numbers of their views how often somebody placed',
    file: 'server/live/publish.ts',
    code: 'running.v[audience] += 1;',
    fault:
      'running.v.phone += 1;\n    running.v.projector = running.v.phone;\n    running.v.console = running.v.phone;',
    tests: ['tests/server/live/hidden.test.ts'],
  },
  {
    name: 'somebody has one tag for all their answers',
    file: 'server/store/sqlite/keyFile.ts',
    code: "return digest(this.#key, 'tag', token, statement, String(round));",
    fault: "return digest(this.#key, 'tag', token, statement.slice(0, 0), String(round));",
    tests: ['tests/server/store/sqlite/unlinked.test.ts'],
    only: 'S3 two',
  },
  {
    name: 'answers of a running session stand in the order in which they came',
    file: 'server/store/sqlite/liveFile.ts',
    code: '    PRIMARY KEY (board, tag)\n  ) STRICT, WITHOUT ROWID;',
    fault: '    PRIMARY KEY (board, tag)\n  ) STRICT;',
    tests: ['tests/server/store/sqlite/unlinked.test.ts'],
    only: 'S3 the order',
  },
  {
    name: 'a wrong code costs the same however many sessions it might have hit',
    file: 'server/live/guesses.ts',
    code: 'Math.min(RATES.wrongCodesBurst, Math.max(1, aims()))',
    fault: 'Math.min(1, Math.max(1, aims()))',
    tests: ['tests/server/live/guesses.test.ts'],
    only: 'eight hours',
  },
  {
    name: 'a PIN can be typed as often as one is begun',
    file: 'server/use/staff/pairing.ts',
    code: "if (way === 'typed' && !mayType()) return refuse('too-fast');",
    fault: "if (way === 'typed') mayType();",
    tests: ['tests/server/staff/guessing.test.ts'],
    only: 'T6',
  },
  {
    name: 'a name of another site may be pointed at the laptop',
    file: 'server/http/guard.ts',
    code: 'if (!knownName(name) && !(tls && certified(name))) return false;',
    fault: 'if (!knownName(name) && !certified(name) && tls) return false;',
    tests: ['tests/server/live/forged.test.ts'],
    only: 'P3',
  },
  {
    name: 'where the answers of whoever left stood stays in the live file',
    file: 'server/use/leaveSession.ts',
    code: '    leaving: room.leaving.filter((l) => l.hash !== hash),\n    slots',
    fault: '    slots',
    tests: ['tests/server/live/unseen.test.ts'],
    only: 'W2 H9',
  },
  {
    name: 'a phone’s device is stored',
    file: 'server/use/joinSession.ts',
    code: '    hash: who.hash,\n    membership,',
    fault: '    hash: `${who.hash} SENTINEL-DEVICE`,\n    membership,',
    tests: ['tests/server/live/kept.test.ts'],
    only: 'H2',
  },
  {
    name: 'any site may open a socket',
    file: 'server/http/guard.ts',
    code: "return origin === undefined || origin.toLowerCase() === `${tls ? 'https' : 'http'}://${host}`;",
    fault: 'return true;',
    tests: ['tests/server/live/access.test.ts'],
    only: 'P3',
  },
  {
    name: 'a sign-in that was taken back still counts over an open socket',
    file: 'server/live/staff.ts',
    code: 'if (refused === null) return pass();',
    fault: 'if (refused === null || refused !== null) return pass();',
    tests: ['tests/server/staff/signIn.test.ts'],
  },
  {
    name: 'a split is shown one person under the floor',
    file: 'core/disclosure.ts',
    code: 'below(size.coded, floor) || below(size.placed, floor)',
    fault: 'below(size.coded, floor - 1) || below(size.placed, floor - 1)',
    tests: ['tests/core/results.test.ts', 'tests/core/small.test.ts'],
    only: 'H4',
  },
  {
    name: 'a release has a figure one person under the floor',
    file: 'core/release/people.ts',
    code: 'return n > 0 && n < floor;',
    fault: 'return n > 0 && n < floor - 1;',
    tests: ['tests/core/release/release.test.ts'],
    only: 'F10',
  },
  {
    name: 'results go to the room before the reveal',
    file: 'core/makeView.ts',
    code: "  return board.state === 'revealed' || board.state === 'discussed';",
    fault: "  return board.state !== 'waiting';",
    tests: ['tests/core/view.test.ts'],
    only: 'hidden',
  },
  {
    name: 'live results move with every person',
    file: 'core/liveResult.ts',
    code: 'if (pending.length < 2 * floor) return null;',
    fault: 'if (pending.length === 0) return null;',
    tests: ['tests/core/liveResult.test.ts'],
  },
  {
    name: 'what was taken out of a comment stays',
    file: 'server/use/moderation.ts',
    code: '  const { published: comment } = replaced;',
    fault: '  const { comment } = note;\n  if (replaced.published === comment) return running.room;',
    tests: ['tests/server/live/moderation.test.ts'],
    only: 'M1 P5',
  },
  {
    name: 'plain data go without the locked file at hand',
    file: 'server/use/lockAway.ts',
    code: 'if (locked === undefined || locked.file !== order.sha256)',
    fault: 'if (locked === undefined)',
    tests: ['tests/server/http/lockAway.test.ts'],
    only: 'Z1 V6 locked',
  },
  {
    name: 'an old tab brings somebody in again who left with everything',
    file: 'server/live/phone.ts',
    code: "if (hasLeft(running, who.hash)) refused(refuse('left'));",
    fault: "if (running.closed) refused(refuse('left'));",
    tests: ['tests/server/live/rights.test.ts'],
    only: 'W2 takes back',
  },
  {
    name: 'the projector shows that somebody left',
    file: 'server/use/running.ts',
    code: 'const pile = here + (running.ghosts.get(board) ?? 0);',
    fault: 'const pile = here;',
    tests: ['tests/server/live/rights.test.ts'],
    only: 'W2 H7 the projector',
  },
  {
    name: 'cut off, a withdrawal is not finished at the next start',
    file: 'server/store/sqlite/takeOut.ts',
    code: '  await noteScrub(trx);\n',
    fault: '',
    tests: ['tests/server/store/sqlite/takenOut.test.ts'],
    only: 'W3 cut off',
  },
  {
    name: 'a key ends a day early',
    file: 'server/use/daySeen.ts',
    code: 'codesUntil(id, session, kept) < today',
    fault: 'codesUntil(id, session, kept) <= today',
    tests: ['tests/server/http/keeping.test.ts'],
    only: 'W5 at the end',
  },
  {
    name: 'an archive brings back what was taken out after its session was removed',
    file: 'server/store/sqlite/takeIn.ts',
    code: 'await withoutLeftOut(main, trx, taken.sealed)',
    fault: '(void withoutLeftOut, [])',
    tests: ['tests/server/http/removedCodes.test.ts'],
    only: 'W3 a code',
  },
  {
    name: 'data are destroyed while people are in a session',
    file: 'server/use/upkeep.ts',
    code: '  if (!open.every(left)) return;\n',
    fault: '',
    tests: ['tests/server/http/retention.test.ts'],
    only: 'W6 never',
  },
  {
    name: 'code cards are made for a session that has ended',
    file: 'server/use/paper.ts',
    code: "!closed && session.state !== 'ended';",
    fault: "!closed && session.state !== 'draft';",
    tests: ['tests/server/http/paper.test.ts'],
    only: 'PR8',
  },
  {
    name: 'a long word sticks out of its printed sheet',
    file: 'templates/paper/common.typ',
    code: 'let give = gives(it, room)',
    fault: 'let give = 0pt',
    tests: ['tests/server/paper/page.test.ts'],
    only: 'PR2 in large print',
  },
  {
    name: 'the order in which points were noted outlives sealing',
    file: 'server/store/sqlite/talkSeal.ts',
    code: "  await trx.deleteFrom('talk_live_coding').where('session', '=', key).execute();\n  await forgetOrder(trx, key);\n",
    fault: "  await trx.deleteFrom('talk_live_coding').where('session', '=', key).execute();\n",
    tests: ['tests/server/store/sqlite/talkSealed.test.ts'],
  },
  {
    name: 'a hand that is handed over twice counts twice',
    file: 'core/talk/change.ts',
    code: "    } else if (field === 'hands') {\n      if (again) continue;\n",
    fault: "    } else if (field === 'hands') {\n",
    tests: ['tests/core/talk.test.ts'],
  },
];
