/** The checklists as an appendix, and how people were involved. */
import { COREQ, GRIPP2, itemState, type Chapter } from './checklist.ts';
import type { ChecklistItem } from './document.ts';
import type { ReportInput } from './input.ts';
import type { Section } from './model.ts';
import type { Speech } from './words.ts';

export function checklistSections(speech: Speech, input: ReportInput): Section[] {
  const { say } = speech;
  const { coreq = false, gripp2 = false } = input.document.checklists ?? {};
  if (!coreq && !gripp2) return [];
  const list = (id: 'coreq' | 'gripp2', items: readonly (readonly [ChecklistItem, string])[]): Section => ({
    id: `checklist-${id}`,
    heading: say(`check.${id}`),
    level: 2,
    blocks: [
      { kind: 'paragraph', text: say(`check.${id}.intro`) },
      {
        kind: 'table',
        caption: say(`check.${id}`),
        head: [say('check.item'), say('check.state'), say('check.where')],
        rows: items.map(([item, number]) => rowOf(speech, input, item, number)),
        numeric: [],
      },
    ],
  });
  return [
    {
      id: 'checklists',
      heading: say('head.checklists'),
      level: 1,
      blocks: [{ kind: 'paragraph', text: say('check.intro') }],
      newPage: true,
    },
    ...(coreq ? [list('coreq', COREQ)] : []),
    ...(gripp2 ? [list('gripp2', GRIPP2)] : []),
  ];
}

function rowOf(speech: Speech, input: ReportInput, item: ChecklistItem, number: string): string[] {
  const { say, list } = speech;
  const { is, chapters, text } = itemState(input, item);
  const where = list(chapters.map((chapter) => say('check.chapter', { chapter: nameOf(speech, chapter) })));
  const told = [text, where].filter((words) => words !== '');
  return [
    say('check.numbered', { number, item: say(`check.${item}`) }),
    say(`check.is.${is}`),
    told.length === 0 ? say('notRecorded') : told.join(' · '),
  ];
}

function nameOf({ say }: Speech, chapter: Chapter): string {
  return chapter === 'cover' ? say('check.cover') : say(`head.${chapter}`);
}

/** The declared level of involvement, and for people under 18 what the four questions ask. Nothing is worked out. */
export function involvementFacts(
  { say }: Speech,
  { consultation }: ReportInput,
): { name: string; value: string }[] {
  const { involvement, under18, voice } = consultation;
  const orNot = (text: string | undefined): string =>
    (text ?? '').trim() === '' ? say('notRecorded') : (text ?? '').trim();
  return [
    {
      name: say('involve.level'),
      value: involvement === undefined ? say('notRecorded') : say(`involve.${involvement}`),
    },
    ...(under18
      ? (['space', 'voice', 'audience', 'influence'] as const).map((key) => ({
          name: say(`involve.${key}`),
          value: orNot(voice?.[key]),
        }))
      : []),
  ];
}
