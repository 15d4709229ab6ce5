/** Why a statement has no figure beside the one of the wave before. */
import { expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { plain } from '../../support/readReport.ts';
import { sampleInput } from './made.ts';
import { asked, now, reportOf, SECOND, THEN } from './wavesMade.ts';

test('WA5 WA3 a figure of another round, and one of sessions that went, are each said to be that', async () => {
  const twice = reportOf(
    {
      ...THEN,
      boards: [{ ...asked('listen'), round: 2 }],
      releases: [{ ...SECOND, boards: SECOND.boards.map((entry) => ({ ...entry, round: 2 })) }],
    },
    [now('listen')],
  );
  const gone = reportOf({ ...THEN, boards: [asked('ask')] }, [now('listen'), now('ask')]);
  expect(gone.statements.map(({ id }) => id)).toEqual(['ask']);
  const input = await sampleInput({});
  const words = (waves: typeof gone) => plain(JSON.stringify(buildReport({ ...input, waves }).sections));
  expect(words(twice)).toMatch(
    /1\. “[^”]+”: A figure of one round was released then, and this report has one of the other\./u,
  );
  expect(words(gone)).toMatch(
    /1\. “[^”]+”: What was released of it then was of sessions that were removed since\./u,
  );
  // Where the round of then is asked now as well, and has no figure, it is withheld.
  const both = [now('listen', { whole: null }), now('listen', { round: 2 })];
  expect(reportOf(THEN, both).not[0]?.why).toBe('withheld');
});
