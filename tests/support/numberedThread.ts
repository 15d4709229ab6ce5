/** A thread over a snapshot that says which thread it is and how it is served, and fails when it is told to. */
import { getPriority } from 'node:os';
import { threadId } from 'node:worker_threads';
import { answerWith } from '../../server/use/onSnapshot.ts';

answerWith(async (snapshot, task) => {
  if (task === 'fail') throw new Error('as it was told');
  if (task === 'leave') process.exit(0);
  return {
    thread: threadId,
    priority: getPriority(),
    consultations: (await snapshot.listConsultations()).length,
  };
});
