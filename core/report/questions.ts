/** The questions of the interviews, with who proposed each and who agreed to it. */
import type { Question } from '../talk/sources.ts';
import type { ReportInput } from './input.ts';
import type { Block } from './model.ts';
import type { Speech } from './words.ts';

/** As they are asked and printed. */
export function questionsInOrder(questions: readonly Question[]): Question[] {
  return questions.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Of the methods: nothing where there are none. They are the same whoever was asked, so they need no floor. */
export function questionsAsked({ say }: Speech, { questions = [] }: ReportInput): Block[] {
  if (questions.length === 0) return [];
  return [
    { kind: 'paragraph', text: say('questions.heading') },
    {
      kind: 'list',
      items: questionsInOrder(questions).map(({ text, proposedBy, agreedBy }) => {
        const who = say(`questions.by.${proposedBy}`);
        return agreedBy.trim() === ''
          ? say('questions.item', { text, who })
          : say('questions.agreed', { text, who, by: agreedBy.trim() });
      }),
    },
  ];
}
