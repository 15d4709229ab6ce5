/** format.json: what the files of a folder mean, for programs in the terms of Polis and for people in words. */
import type { Folder } from './polisFiles.ts';

const CONVENTION = 'agree=+1;disagree=-1;pass=0;format=polis-export/1';

/** Two spaces and a line end, as Polis writes it. */
export function formatJson({ consultation, round, grouping, matrix }: Folder): string {
  const matrixColumns = {
    '<comment-id>': 'vote',
    'n-votes': 'count',
    'n-agree': 'count',
    'n-disagree': 'count',
  };
  const format = {
    format: 'polis-export/1',
    'vote-convention': CONVENTION,
    vote: { agree: 1, disagree: -1, pass: 0 },
    files: {
      'comments.csv': { agrees: 'count', disagrees: 'count' },
      'comment-groups.csv': { 'total-agrees': 'count', 'total-disagrees': 'count', 'total-passes': 'count' },
      ...(matrix === null
        ? {}
        : {
            'votes.csv': { vote: 'vote' },
            'participant-votes.csv': matrixColumns,
            'participants-votes.csv': matrixColumns,
          }),
    },
    docs: 'docs/EXPORTS.md of Standpoint',
    standpoint: {
      confidential: 'CONFIDENTIAL: TEAM ONLY',
      sample: consultation.sample,
      topic: consultation.title,
      round: round.round,
      grouping: grouping.folder,
      groups: Object.fromEntries(grouping.labels.map((label, i) => [String(i), label])),
      notes: notes(matrix !== null),
    },
  };
  return `${JSON.stringify(format, null, 2)}\n`;
}

function notes(personal: boolean): string[] {
  return [
    'Strength is lost here: strongly agree and agree are 1, the middle answer is 0, disagree and strongly disagree are -1. A declined answer is no vote. responses_long keeps the answers as they were given.',
    'group-id is a group that people said they belong to, not one that was computed from votes.',
    'Each round is a conversation of its own, and statement numbers are the same in each. Times are noon of the session’s date: nothing finer is kept.',
    personal
      ? 'Only linked sessions are here: in the others nothing says which answers are one person’s. Numbers of people are random, new in each export and in each round.'
      : 'The votes of single people are not here. voters is the fewest people who can have given these votes, for in unlinked sessions nothing says which answers are one person’s.',
  ];
}
