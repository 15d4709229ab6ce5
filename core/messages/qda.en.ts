/** What bringing in a file of qualitative analysis says: what was left out and what was changed. */
import type { Catalogue } from '../message.ts';

export const qdaEn = {
  'left.picture': { one: '{n} picture was left out.', other: '{n} pictures were left out.' },
  'left.pdf': { one: '{n} PDF was left out.', other: '{n} PDFs were left out.' },
  'left.audio': { one: '{n} sound recording was left out.', other: '{n} sound recordings were left out.' },
  'left.video': { one: '{n} film was left out.', other: '{n} films were left out.' },
  'left.note': { one: '{n} memo was left out.', other: '{n} memos were left out.' },
  'left.link': { one: '{n} link was left out.', other: '{n} links were left out.' },
  'left.set': { one: '{n} set was left out.', other: '{n} sets were left out.' },
  'left.graph': { one: '{n} graph was left out.', other: '{n} graphs were left out.' },
  'left.outside': 'The text “{name}” was left out: it is not in the file as plain text.',
  'left.whole': {
    one: 'In “{name}” {n} code on the text as a whole was left out. Only what is marked in a text is taken.',
    other:
      'In “{name}” {n} codes on the text as a whole were left out. Only what is marked in a text is taken.',
  },
  'left.empty': {
    one: 'In “{name}” {n} mark with no text in it was left out.',
    other: 'In “{name}” {n} marks with no text in them were left out.',
  },
  'left.notHere': {
    one: 'In “{name}” {n} mark is on words that are not here any more, or not in one place only. It was left out.',
    other:
      'In “{name}” {n} marks are on words that are not here any more, or not in one place only. They were left out.',
  },
  'left.unmarked': 'Of “{name}” only what is marked was taken. The rest of its text was left out.',
  'left.blank': 'The text “{name}” was left out: there is nothing in it.',
  'left.removed': 'The text “{name}” was removed here. It was left out.',
  'left.noYes':
    'Nothing of “{name}” was taken: it is here, and there is no yes to its being used. Write that down under Interviews first.',
  'left.removedMarks': {
    one: 'In “{name}” {n} passage was removed here. It was left out.',
    other: 'In “{name}” {n} passages were removed here. They were left out.',
  },
  'left.group': {
    one: 'The group {groups} is not one of this consultation, so nothing is said to come from it.',
    other: 'The groups {groups} are not ones of this consultation, so nothing is said to come from them.',
  },
  'left.variables': 'Values of these variables were left out: {names}.',
  'told.lines':
    'Lines of “{name}” ended in another way than usual. Look whether what is marked in it is what was marked.',
  'told.colours': {
    one: 'The colour of {n} theme became the nearest that there is here.',
    other: 'The colours of {n} themes became the nearest that there are here.',
  },
  'told.names': {
    one: '{n} name or description of a theme was too long and was shortened.',
    other: '{n} names or descriptions of themes were too long and were shortened.',
  },
  'told.split': {
    one: '{n} passage was longer than {most} characters. It became several points, which are counted apart.',
    other:
      '{n} passages were longer than {most} characters. They became several points, which are counted apart.',
  },
  'told.known': {
    one: '{n} theme was here already, and stands as it did.',
    other: '{n} themes were here already, and stand as they did.',
  },
  'told.recoded': {
    one: '{n} point, post-it or passage that was here was put under themes of the file. It was taken off none.',
    other:
      '{n} points, post-its and passages that were here were put under themes of the file. They were taken off none.',
  },
  'told.passages': {
    one: '{n} passage was put on a text that is here.',
    other: '{n} passages were put on texts that are here.',
  },
  'told.texts': {
    one: '{n} text came in as an interview or document. A file does not show who said yes: write that down under Interviews. Until then it is counted nowhere and is in no file for researchers.',
    other:
      '{n} texts came in as interviews or documents. A file does not show who said yes: write that down under Interviews. Until then they are counted nowhere and are in no file for researchers.',
  },
  'told.titles': {
    one: '{n} name of a text or note on a passage was too long and was shortened.',
    other: '{n} names of texts or notes on passages were too long and were shortened.',
  },
  'told.quoting':
    'Nothing that came in may be quoted before somebody ticks it: a file does not show who said yes to that.',
} as const satisfies Catalogue;
