/**
 * The report's figures in words. A sentence says how many people gave which answer, never that a statement
 * is so. `{who}` is a number of people in words, see numbers.en.ts.
 */
import type { Catalogue } from '../message.ts';

export const reportFiguresEn = {
  'says.none': 'Nobody gave an answer to “{statement}”.',
  'says.withheld':
    'No figure is given for “{statement}”. It would be about fewer than {floor} people, or could be worked out from other figures.',
  'says.plural.agree': '{who} agreed or strongly agreed with “{statement}”.',
  'says.plural.disagree': '{who} disagreed or strongly disagreed with “{statement}”.',
  'says.plural.even': {
    one: 'As many people agreed as disagreed with “{statement}”: {n} of {of} on each side.',
    other: 'As many people agreed as disagreed with “{statement}”: {n} of {of} on each side.',
  },
  'says.plural.middle': '{who} neither agreed nor disagreed with “{statement}”.',
  'says.single.agree': '{who} agreed with “{statement}”.',
  'says.single.disagree': '{who} disagreed with “{statement}”.',
  'says.single.even': 'As many people agreed as disagreed with “{statement}”: {n} of {of} on each side.',
  'says.single.middle': '{who} neither agreed nor disagreed with “{statement}”.',
  'says.own': '{who} answered {answers} to “{statement}”.',
  'says.own.even':
    'As many people stood at one end of the scale as at the other for “{statement}”: {n} of {of} on each side.',

  'told.plural.agree': '{who} agreed or strongly agreed.',
  'told.plural.disagree': '{who} disagreed or strongly disagreed.',
  'told.plural.even': 'as many people agreed as disagreed: {n} of {of} on each side.',
  'told.plural.middle': '{who} neither agreed nor disagreed.',
  'told.single.agree': '{who} agreed.',
  'told.single.disagree': '{who} disagreed.',
  'told.single.even': 'as many people agreed as disagreed: {n} of {of} on each side.',
  'told.single.middle': '{who} neither agreed nor disagreed.',
  'told.own': '{who} answered {answers}.',
  'told.own.even': 'as many people stood at one end of the scale as at the other: {n} of {of} on each side.',
  'told.none': 'nobody gave an answer.',

  'rest.plural.agree': {
    one: '{n} person agreed or strongly agreed.',
    other: '{n} people agreed or strongly agreed.',
  },
  'rest.plural.disagree': {
    one: '{n} person disagreed or strongly disagreed.',
    other: '{n} people disagreed or strongly disagreed.',
  },
  'rest.single.agree': { one: '{n} person agreed.', other: '{n} people agreed.' },
  'rest.single.disagree': { one: '{n} person disagreed.', other: '{n} people disagreed.' },
  'rest.middle': {
    one: '{n} person neither agreed nor disagreed.',
    other: '{n} people neither agreed nor disagreed.',
  },
  'rest.own': { one: '{n} person answered {answers}.', other: '{n} people answered {answers}.' },
  'apart.n': {
    one: 'Apart from these, {n} person chose “Rather not say”.',
    other: 'Apart from these, {n} people chose “Rather not say”.',
  },
  'apart.x': {
    one: 'Apart from these, {n} person chose “Does not apply to me”.',
    other: 'Apart from these, {n} people chose “Does not apply to me”.',
  },
  'apart.both': 'Apart from these, {n} chose “Rather not say” and {x} chose “Does not apply to me”.',
  'apart.notAnswered.online': {
    one: '{n} person who answered others did not answer this one.',
    other: '{n} people who answered others did not answer this one.',
  },
  'apart.notAnswered': {
    one: '{n} person who was there placed nothing.',
    other: '{n} people who were there placed nothing.',
  },

  'of.part': '{part}: {sentence}',
  'of.firstRound': 'First round: {sentence}',
  'of.secondRound': 'Second round: {sentence}',
  'of.part.first': 'in the first round {sentence}',
  'of.part.second': 'In the second round {sentence}',
  'of.parts': 'The table has all {n} parts one by one.',
  'of.quoted': '“{text}”',

  'row.all': 'Everyone',
  'row.first': '{who}, first round',
  'row.second': '{who}, second round',
  'row.reprinted': '{who} (figures of {date})',
  'row.statement': '{number}. {text}',

  'figure.caption': 'Answers to statement {number}, “{text}”: {people}',
  'figure.dated': '{caption} {when}',
  'figure.when.span': 'Sessions from {first} to {last}.',
  'figure.when.day': { one: 'Session on {date}.', other: 'Sessions on {date}.' },
  'figure.when.report': 'Figures of {date}.',
  'figure.table': 'The numbers of the figure for statement {number}',
  'figure.table.marks': '{caption}. The marks are those of the chart: {marks}.',
  'figure.table.notAll':
    '{caption}. A dash (–) under “No answer”: how many placed nothing is not told of these people.',
  'figure.table.notTold': '{caption}. How many placed nothing is not told of these people.',
  'figure.table.mark': '{mark} “{word}”',
  'figure.people': { one: '{n} person answered.', other: '{n} people answered.' },
  'figure.people.first': {
    one: '{n} person answered in the first round.',
    other: '{n} people answered in the first round.',
  },
  'figure.people.second': {
    one: '{n} person answered in the second round.',
    other: '{n} people answered in the second round.',
  },
  'figure.people.rounds': {
    one: '{n} person answered in the first round, {second} in the second.',
    other: '{n} people answered in the first round, {second} in the second.',
  },
  'cell.notTold': '–',
  'cell.share': '{n}\n{percent}\u00a0%',

  'table.statement': 'Statement',

  'shared.heading':
    'These statements are common ground: more than half of everyone, and more than half of every group with {least} answers or more, were on the same side, and people did not stand in two camps.',
  'shared.item.agree': 'More than half of every such group agreed with “{statement}”. In all, {who} did.',
  'shared.item.disagree':
    'More than half of every such group disagreed with “{statement}”. In all, {who} did.',
  'shared.item.own':
    'More than half of every such group answered {answers} to “{statement}”. In all, {who} did.',
  'shared.none':
    'No statement is common ground. For that, more than half of everyone, and more than half of every group with {least} answers or more, would have to be on the same side, without people standing in two camps: at least a quarter on either side, and their answers well apart.',
  'shared.leftOut': 'Groups that share people with another are not compared.',
  'shared.single':
    'No two groups with {least} answers or more are compared here, so nothing is said of what groups share.',
  'shared.neither':
    'No two groups with {least} answers or more are compared here, so nothing is said of what groups share or where they differ.',
  'shared.more': {
    one: 'So it was with {n} more statement; see the appendix.',
    other: 'So it was with {n} more statements; see the appendix.',
  },
  'differ.heading': 'On these statements groups stood on different sides:',
  'differ.item': '“{statement}”: {parts}.',
  'differ.agree': 'more than half agreed among {parts}',
  'differ.disagree': 'more than half disagreed among {parts}',
  'differ.own': 'more than half answered {answers} among {parts}',
  'differ.neither': 'neither side had more than half among {parts}',
  'differ.none':
    'On no statement were more than half of one group with {least} answers or more on one side and more than half of another such group on the other.',
  'differ.single':
    'No two groups with {least} answers or more are compared here, so nothing is said of where groups differ.',
  'differ.camps':
    'On these statements people saw things differently, in two camps, with at least a quarter on either side and their answers well apart:',
  'differ.camps.item':
    '“{statement}”: {agree} on the agreeing side and {disagree} on the disagreeing side, of {n}.',
  'differ.camps.own': '“{statement}”: {agree} answered {high} and {disagree} answered {low}, of {n}.',
  'differ.more': {
    one: 'So it was with {n} more statement; see the appendix.',
    other: 'So it was with {n} more statements; see the appendix.',
  },
} as const satisfies Catalogue;
