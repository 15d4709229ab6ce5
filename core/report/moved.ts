/** What moved between the two rounds of a statement: net changes of totals, or people where answers are linked. */
import { partWords } from '../numberWords.ts';
import type { Scale } from '../scale.ts';
import { labelsOf } from '../scale.ts';
import type { PairedComparison } from '../statistics/compare.ts';
import { peopleOn, pluralityOf } from '../side.ts';
import type { PublishedStatement } from './input.ts';
import type { Block } from './model.ts';
import { answersOf } from './sentences.ts';
import { caveatWords, pWords } from './statistics.ts';
import type { Speech } from './words.ts';

/**
 * Blocks about the second round; none where there was only one.
 *
 * @param result the comparison of linked answers, `none` where nobody gave two, or the audience may not have
 *   it; null where they are not linked. In each of these only the totals are compared, and the reason is said
 * @param least people who must stand behind what is said of those who answered twice; 0 for the team
 */
export function movedBlocks(
  speech: Speech,
  statement: PublishedStatement,
  result: PairedComparison | null,
  least: number,
  tests: boolean,
): Block[] {
  const { say } = speech;
  if (statement.rounds.length < 2) return [];
  const net = netChange(speech, statement);
  if (net === null) return [{ kind: 'note', text: say('moved.one') }];
  const blocks: Block[] = [{ kind: 'paragraph', text: net }];
  if (statement.rounds[0]?.whole?.n !== statement.rounds[1]?.whole?.n)
    blocks.push({ kind: 'note', text: say('moved.others') });
  // A release that may not tell it has said so with its figures.
  if (result?.kind === 'none' && least > 0) return blocks;
  if (result === null) blocks.push({ kind: 'note', text: say('moved.unlinked') });
  else if (result.kind === 'none') blocks.push({ kind: 'note', text: say('moved.nobody') });
  else if (statement.rounds.some((r) => r.reprinted !== null))
    blocks.push({ kind: 'note', text: say('moved.withheld') });
  else if (result.n < least) blocks.push({ kind: 'note', text: say('moved.few') });
  else if (result.kind === 'unmoved')
    blocks.push({ kind: 'paragraph', text: say('moved.unmoved', { n: result.n }) });
  else blocks.push(...pairedBlocks(speech, statement.scale, result, tests));
  return blocks;
}

/** How many people moved which way, and whether chance would move them so. */
function pairedBlocks(
  speech: Speech,
  scale: Scale,
  result: Extract<PairedComparison, { kind: 'paired' }>,
  tests: boolean,
): Block[] {
  const { say } = speech;
  const { n, up, down, same, wilcoxon, sign } = result;
  const labels = labelsOf(scale);
  const ends = { low: labels[0] ?? '', high: labels.at(-1) ?? '' };
  const told = scale.kind === 'own' ? 'moved.linked.own' : 'moved.linked';
  const moved: Block = { kind: 'paragraph', text: say(told, { n, up, down, same, ...ends }) };
  if (!tests) return [moved];
  const test = say('moved.test', {
    p: pWords(speech, wilcoxon.p),
    method: say(`tests.method.${wilcoxon.method}`),
    sign: pWords(speech, sign.p),
    signMethod: say(`tests.method.${sign.method}`),
  });
  return [
    moved,
    { kind: 'paragraph', text: test },
    { kind: 'note', text: caveatWords(speech, result.caveats, result.least) },
  ];
}

/** How many took a side in each round: the side that most took in the second, agreeing where there is none. */
function netChange(speech: Speech, { rounds, scale }: PublishedStatement): string | null {
  const { say } = speech;
  const before = rounds[0]?.whole ?? null;
  const after = rounds[1]?.whole ?? null;
  if (before === null || after === null || before.n === 0 || after.n === 0) return null;
  const side = pluralityOf(after) === 'disagree' ? 'disagree' : 'agree';
  const verb =
    scale.kind === 'own'
      ? say('moved.verb.own', { answers: answersOf(speech, scale, side) })
      : say(`moved.verb.${scale.kind === 'agreement-3' ? 'single' : 'plural'}.${side}`);
  const [first, second] = [peopleOn(before, side), peopleOn(after, side)];
  const bases = say('moved.bases', {
    before: partWords(say, first, before.n),
    after: partWords(say, second, after.n),
    verb,
  });
  // Different numbers of people answered: more or fewer of them would compare what cannot be compared.
  if (before.n !== after.n) return bases;
  const n = Math.abs(second - first);
  if (n === 0) return `${bases} ${say('moved.change.none')}`;
  const way = say(second > first ? 'moved.change.more' : 'moved.change.fewer');
  return `${bases} ${say('moved.change', { n, way })}`;
}
