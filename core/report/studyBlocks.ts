/** The chapter of case studies. */
import type { ReportInput } from './input.ts';
import type { Section } from './model.ts';
import { textBlocks } from './plain.ts';
import { byWords } from './talkBlocks.ts';
import type { Speech } from './words.ts';

/** Where a case study stands in the report, by its place in the chapter from 1. */
export const studySection = (place: number): string => `case-study-${place}`;

export function studySections(speech: Speech, { studies }: Pick<ReportInput, 'studies'>): Section[] {
  if (studies === null || studies.list.length === 0) return [];
  const { say } = speech;
  const n = studies.list.length;
  return [
    {
      id: 'caseStudies',
      heading: say('head.caseStudies'),
      level: 1,
      blocks: [
        {
          kind: 'paragraph',
          text: [
            say('studies.intro', { n }),
            ...(studies.changed === 'none' ? [] : [say(`studies.names.${studies.changed}`)]),
          ].join(' '),
        },
      ],
      newPage: true,
    },
    ...studies.list.map(({ title, text, said }, i): Section => ({
      id: studySection(i + 1),
      heading: title,
      level: 2,
      blocks: [
        ...(Object.values(said).some((word) => word !== '')
          ? [{ kind: 'paragraph', text: byWords(speech, said) } as const]
          : []),
        ...textBlocks(text),
      ],
    })),
  ];
}
