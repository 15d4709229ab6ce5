/** Which statements came from participants, and what their proposers wrote where it may be quoted. */
import type { FromParticipants } from '../consultation.ts';
import type { PublishedStatement, ReportInput } from './input.ts';
import type { Block } from './model.ts';
import type { Speech } from './words.ts';

/**
 * What a proposer wrote is printed only where the report prints it as a quote out of what was said: its writer agreed,
 * somebody chose it and read it, and what is said of its writer holds against the floor.
 */
export function proposedBlocks(
  { say }: Speech,
  input: ReportInput,
  { id }: Pick<PublishedStatement, 'id'>,
): Block[] {
  const from = fromOf(input, id);
  if (from === undefined) return [];
  const quotes = new Map(
    (input.talk?.themes ?? []).flatMap((theme) => theme.quotes.map(({ point, text }) => [point, text])),
  );
  const wordings = from.wordings.flatMap(({ point }) => quotes.get(point) ?? []);
  const told =
    from.acceptedBy === '' ? say('proposed.statement') : say('proposed.accepted', { by: from.acceptedBy });
  return [
    { kind: 'paragraph', text: told },
    ...(wordings.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: say('proposed.wordings') },
          ...wordings.map((text): Block => ({ kind: 'quote', text, lang: '', by: say('by.none') })),
        ]),
  ];
}

/** Of the methods: nothing where the team wrote all of them. */
export function proposedFacts({ say, list }: Speech, input: ReportInput): { name: string; value: string }[] {
  const all = [...new Map(input.statements.map((one) => [one.number, one])).values()];
  const numbers = all.flatMap(({ id, number }) => (fromOf(input, id) === undefined ? [] : [number]));
  if (numbers.length === 0) return [];
  const value =
    numbers.length === all.length
      ? say('facts.proposed.all')
      : say('facts.proposed.value', {
          n: numbers.length,
          list: list(numbers.map((n) => say('chart.number', { n }))),
        });
  return [{ name: say('facts.proposed'), value }];
}

function fromOf({ consultation }: ReportInput, id: string): FromParticipants | undefined {
  return consultation.statements.find((s) => s.id === id)?.from;
}
