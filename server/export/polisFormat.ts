/** format.json: what the files of a folder mean, for programs in the terms of Polis and for people in words. */
import { MOST_GROUPS } from './polisCounts.ts';
import type { Folder } from './polisFiles.ts';

const CONVENTION = 'agree=+1;disagree=-1;pass=0;format=polis-export/1';

/** Two spaces and a line end, as Polis writes it. */
export function formatJson(folder: Folder): string {
  const { consultation, round, grouping, matrix } = folder;
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
      scale: round.other,
      grouping: grouping.folder,
      groups: Object.fromEntries(grouping.labels.map((label, i) => [String(i), label])),
      notes: notes(folder),
    },
  };
  return `${JSON.stringify(format, null, 2)}\n`;
}

function notes({ round, groupings, matrix }: Folder): string[] {
  const personal = matrix !== null;
  const apart = groupings.some((g) => g.folder === 'by-group');
  return [
    'Strength is lost here: strongly agree and agree are 1, the middle answer is 0, disagree and strongly disagree are -1. A declined answer is no vote. responses_long keeps the answers as they were given.',
    'group-id is a group that people said they belong to, not one that was computed from votes.',
    'Each round is a conversation of its own, and statement numbers are the same in each. Times are noon of the session’s date: nothing finer is kept.',
    ...(round.other === null
      ? []
      : [
          `Only answers on the scale ${round.other} are here, to statements that have another scale now. A statement without votes was not answered on it.`,
        ]),
    ...(round.other === null && round.apart
      ? [
          'Answers on another scale than the one a statement has now are in a folder of its own for each scale.',
        ]
      : []),
    ...(groupings.length > 1 && !apart
      ? [
          `There is no folder by-group, because more than ${MOST_GROUPS} groups, counting two together as one, have no letters in this layout. Each group is set against all others instead.`,
        ]
      : []),
    personal
      ? 'Only linked sessions are here: in the others nothing says which answers are one person’s. Numbers of people are random, new in each export and in each round.'
      : 'The votes of single people are not here. voters is the fewest people who can have given these votes, for in unlinked sessions nothing says which answers are one person’s.',
  ];
}
