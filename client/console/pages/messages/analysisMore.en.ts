/** What the results page says in English of what moved, of statistics that are asked for, of comments and opinion groups. */
import type { Catalogue } from '../../../../core/message.ts';

export const ANALYSIS_MORE_EN = {
  'mov.title': 'What moved between the rounds',
  'mov.caption': 'Statement {n}: answers in the first round and in the second',
  'mov.n': 'People who answered',
  'mov.from': '{before}\u00a0→\u00a0{after}',
  'mov.points': '{n} points',
  'mov.net':
    'Net change: people who moved in opposite directions cancel out. A number of people is given where as many answered in both rounds, percentage points where there were at least twenty.',
  'mov.not-linked':
    'How many people changed their mind is not known: in these sessions answers are not linked, so that nobody can tell which two answers are one person’s.',
  'mov.nobody': 'Nobody answered in both rounds in linked sessions.',
  'mov.unmoved': {
    one: 'The one person who answered in both rounds in linked sessions gave the same answer.',
    other: 'All {n} people who answered in both rounds in linked sessions gave the same answer.',
  },
  'mov.pairs': {
    one: 'Of {n} person who answered in both rounds in linked sessions, {up} moved towards agreeing, {down} towards disagreeing, {same} stayed.',
    other:
      'Of {n} people who answered in both rounds in linked sessions, {up} moved towards agreeing, {down} towards disagreeing, {same} stayed.',
  },
  'mov.pairs.own': {
    one: 'Of {n} person who answered in both rounds in linked sessions, {up} moved towards “{high}”, {down} towards “{low}”, {same} stayed.',
    other:
      'Of {n} people who answered in both rounds in linked sessions, {up} moved towards “{high}”, {down} towards “{low}”, {same} stayed.',
  },
  'mov.test':
    'Wilcoxon signed rank: {wilcoxon}. Sign test: {sign}. Both leave out those who stayed, which is Wilcoxon’s own rule.',

  'more.none': 'None.',
  'more.some': { one: '{n} shown under each statement.', other: '{n} shown under each statement.' },
  'more.hint': 'Shown under each open statement, with what each assumes. Few readers need them.',
  'more.agreement': 'Agreement A',
  'more.agreement.hint': 'The number behind “people see this alike” and “in two camps”.',
  'more.consensus': 'Consensus',
  'more.consensus.hint': 'Tastle and Wierman’s measure.',
  'more.intervals': 'Intervals',
  'more.intervals.hint': 'Only if these people were a random sample, which they are not.',
  'more.tests': 'Tests between groups and rounds',
  'more.tests.hint': 'With what they cannot say.',

  'more.hidden': 'Tables with small cells hidden',
  'more.hidden.hint': 'For a paper of your own. What you send out as the team is a release.',

  'hid.title': 'Table with small cells hidden',
  'hid.threshold': 'Hide what is under',
  'hid.threshold.n': { one: '{n} person', other: '{n} people' },
  'hid.caption': 'Statement {n}, small cells hidden: {title}',
  'hid.total': 'All of them',
  'hid.rest': 'Everyone else',
  'hid.cell': 'hidden',
  'hid.copy': 'Copy the table',
  'hid.copied': 'Copied. Paste it into a spreadsheet or a document.',
  'hid.copied.not': 'This browser did not let it be copied. Select the table with the mouse instead.',
  'hid.shared':
    'Some people are in two of these parts, so the rows do not add up and nothing can be hidden safely.',
  'hid.none':
    'No choice of cells would protect the small ones here, so there is no such table. Merge groups first.',
  'hid.what':
    '“{hidden}” stands for {small} small cells, and for {others} more without which the small ones could be worked out from the totals.',
  'hid.alone':
    'It is safe by itself, not beside another table of the same people. Hold it against every release, and tell the team before it goes out.',

  'stat.title': 'More statistics',
  'stat.caption': 'Statement {n}: {title}',
  'stat.title.round': 'More statistics, {round}',
  'stat.quarter': 'A quarter',
  'stat.half': 'Half',
  'stat.quarters': 'Three quarters',
  'stat.quartiles.what':
    'A quarter, half, three quarters: everyone in the order of their answers, and the answer up to which that many of them stand; “between” where they part just there (quartiles and median by definition 2 of Hyndman and Fan).',
  'stat.a': 'Agreement A',
  'stat.a.what':
    'Agreement A (van der Eijk 2001): 1 when all give one answer, 0 when all answers are equally frequent, −1 when half stand at each end. It uses the order of the answers only.',
  'stat.consensus': 'Consensus',
  'stat.consensus.what':
    'Consensus (Tastle and Wierman 2007): 1 when all give one answer, 0 when half stand at each end. It takes the steps between answers to be equal, which nobody knows.',
  'stat.interval.what':
    'Interval (Wilson 1927, 95 %) of the share of those who stand where most do: how far it might be off if these people were a random sample of a large population. They were not drawn at random, so it does not say how sure this is.',
  'stat.undefined': 'none',
  'stat.tests': 'Do the groups differ?',
  'stat.shared':
    'Someone belongs to two of these groups. A test takes groups as separate people, so there is none here. Choose groups that share nobody.',
  'stat.run': 'Work out the tests',
  'stat.run.hint': {
    one: '{n} group: this may take a moment.',
    other: '{n} groups: this may take a moment.',
  },
  'stat.none.nobody': 'Nobody has answered, so there is nothing to compare.',
  'stat.none.too-few-groups': 'A comparison needs two groups in which somebody answered.',
  'stat.none.different-scales': 'These groups answered on different scales, so they cannot be compared.',
  'stat.two':
    '{a} and {b}: Cliff’s delta {delta} (above 0: the first answers higher on the scale), {size}; Mann-Whitney {p}.',
  'stat.pair.cannot': 'It could not have reached p = .05: raised for several pairs, the least is {least}.',
  'stat.several': '{groups}: Kruskal-Wallis H {h}, {df} degrees of freedom, {p}.',
  'stat.size.negligible': 'hardly any difference',
  'stat.size.small': 'a small difference',
  'stat.size.medium': 'a medium difference',
  'stat.size.large': 'a large difference',
  'stat.p': 'p = {p}',
  'stat.p.method': '{p} ({method})',
  'stat.p.small': 'p < 0.001',
  'caveat.not-sampled':
    'These people were not drawn at random, so p says nothing about people who were not there.',
  'caveat.heard-one-another':
    'Those in one session heard one another and may have followed one another’s answers.',
  'caveat.moved-together': 'For the same reason, whole groups may have moved together.',
  'caveat.these-people-only':
    'p is the share of all ways to shuffle these people’s answers that differ at least as much. It is about them only.',
  'caveat.cannot-reach-05':
    'With so few people, or answers so alike, this comparison could not have reached p = .05: the least it could give is {least}.',
  'caveat.least-unknown':
    'How low p could have been is not known: there are too many groups of different sizes to work it out.',
  'caveat.approximate':
    'p is not counted exactly here; it is drawn from shuffles or from a formula for many people.',
  'caveat.pairs-approximate':
    'Counting every pair exactly would take too long: p of the larger pairs is from a formula for many people (the normal approximation).',
  'caveat.several-pairs': 'Where several pairs are compared, their p is raised for that (Holm).',

  'com.title': 'Comments',
  'com.title.all': 'Search all comments',
  'com.none.all': 'Nobody wrote a comment.',
  'com.search.all': 'Comments on all statements',
  'com.on': 'Statement {n}',
  'com.none': 'Nobody wrote a comment on this.',
  'com.search': 'Search',
  'com.search.of': 'Comments on statement {n}',
  'com.group': 'Group',
  'com.answer': 'Answer',
  'com.answer.n': '{answer} ({n})',
  'com.all': 'All',
  'com.chosen.only': 'Only those marked for quoting',
  'com.found': { one: '{n} of {of} comments', other: '{n} of {of} comments' },
  'com.more': { one: 'Show {n} more', other: 'Show {n} more' },
  'com.choose': 'Mark for quoting',
  'com.edit': 'Check and edit for printing',
  'com.edit.close': 'Close',
  'com.signs': { one: '{n} sign of a person', other: '{n} signs of a person' },
  'com.checked.is': '✓ Checked',
  'com.checked.not': 'Not checked yet, so it is not printed',
  'com.not.team': 'For the team only: cannot be quoted.',
  'com.not.no-quote': 'Its writer did not agree to be quoted.',
  'com.original': 'As it was written',
  'com.published': 'As it may be printed',
  'com.printed': 'Printed as:',
  'com.printed.not': 'It will not be printed.',
  'com.replace': 'Replace “{word}” by “{by}”',
  'com.check': 'I have read it for names and other signs of a person',
  'com.back': 'Back to the words as written',
  'com.saved': 'Saved',

  'op.title': 'Opinion groups',
  'op.is':
    'People who answered alike across the statements, found by a computer from the answers alone. It is one way to look at these answers: what marks each group, and what all of them share.',
  'op.is.not':
    'These are not kinds of people. Nobody chose or joined a group, it is not known who is in one, and other statements or other people would have made other groups. They do not stand for anyone who was not there.',
  'op.find': 'Look for opinion groups',
  'op.none.not-linked':
    'This needs linked sessions. Here nobody can tell which answers are one person’s, so people who answer alike cannot be found.',
  'op.none.too-few-people': 'There are too few people for two groups of at least {floor} each.',
  'op.none.too-few-statements': 'There are too few statements with answers: this needs at least three.',
  'op.none.no-distinct-groups':
    'There are no distinct groups. Sorting these people would give groups no clearer than chance gives, so none are shown.',
  'op.found': {
    one: '{n} group among {people} people and {statements} statements.',
    other: '{n} groups among {people} people and {statements} statements.',
  },
  'op.clarity.weak':
    'They are not far apart: they may be no more than the two ends of one crowd, with many people in between.',
  'op.clarity.fair': 'They are fairly clear, with people in between.',
  'op.clarity.strong': 'They are clearly apart, with few people in between.',
  'op.left-out': {
    one: '{n} person answered too few statements and is left out.',
    other: '{n} people answered too few statements and are left out.',
  },
  'op.group': 'Group {letter}',
  'op.size': { one: '{n} person of {of}', other: '{n} people of {of}' },
  'op.marks': 'What marks it:',
  'op.marks.none': 'No statement marks it clearly.',
  'op.mark.agree': '{n} of {of} agree; of all others, {others} of {all}',
  'op.mark.disagree': '{n} of {of} disagree; of all others, {others} of {all}',
  'op.shared': 'What all groups share',
  'op.shared.none':
    'There is no statement that at least {floor} people of every group answered and on which more than half of every group are on the same side.',
  'op.shared.agree': '{letter}: {n} of {of} agree',
  'op.shared.disagree': '{letter}: {n} of {of} disagree',
  'op.how':
    'How: two principal components of the answers, k-means with two to five groups, the number with the best mean silhouette, with a fixed seed. Groups must be clearer than those found when the same answers are shuffled.',
} as const satisfies Catalogue;
