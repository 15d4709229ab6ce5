/** Projects for qualitative analysis as tests need them. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { QdaProject } from '../../core/qda/types.ts';

const TEXT = 'They never listen.\n\nShe came back “twice” 👩‍👩‍👧.';

/** Nested codes, variables, a case, two coders. */
export const PROJECT: QdaProject = {
  name: 'What we expect',
  origin: 'Standpoint',
  description: 'Team only',
  day: '2026-06-12',
  codes: [
    {
      id: 'listen',
      name: 'Being heard',
      colour: '#3f7d3a',
      description: 'Whoever listens',
      codable: true,
      codes: [
        { id: 'never', name: 'Never', colour: '', description: '', codable: true, codes: [] },
        { id: 'again', name: 'Again', colour: '#7a4a94', description: '', codable: false, codes: [] },
      ],
    },
  ],
  sources: [
    {
      id: 'first',
      name: 'Group 1, discussion',
      description: '',
      day: '2026-06-01',
      text: TEXT,
      attributes: [
        { name: 'Place', type: 'Text', value: 'Hall' },
        { name: 'Day', type: 'Date', value: '2026-06-01' },
      ],
      selections: [
        {
          id: 's1',
          from: 0,
          to: 18,
          description: 'quote',
          day: '2026-06-01',
          coder: 'Team',
          codings: [
            { code: 'never', coder: 'Team' },
            { code: 'listen', coder: 'Second reader' },
          ],
        },
        { id: 's2', from: 20, to: 47, description: '', day: '2026-06-02', coder: 'Team', codings: [] },
      ],
    },
  ],
  cases: [
    {
      id: 'families',
      name: 'Families',
      description: 'A kind of people',
      attributes: [{ name: 'Group', type: 'Text', value: 'Families' }],
      sources: [],
      selections: ['s1', 's2'],
    },
  ],
};

/** Texts with letters of every plane, marks, joiners, line ends and what XML cannot hold. */
export const whatever = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '👩‍👩‍👧',
        'میرا',
        'e\u0301',
        '\r\n',
        '\r',
        '\n',
        '\ufeff',
        '\u0000',
        '\ud83d',
        '<&>"]]>',
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What each selection of a written project marks, taken from the file by code points. */
export function selected(xml: string, texts: readonly { name: string; text: string }[]): string[] {
  return [...xml.matchAll(/<TextSource guid="([^"]+)"[\s\S]*?<\/TextSource>/g)].flatMap(([source, id]) => {
    const points = [...(texts.find(({ name }) => name === `${id}.txt`)?.text ?? '')];
    return [...source.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(([, from, to]) =>
      points.slice(Number(from), Number(to)).join(''),
    );
  });
}

/** A `.qdpx` of this XML with these texts. */
export function qdeFile(xml: string, texts: readonly { name: string; text: string }[]): Uint8Array {
  return zipSync({
    'project.qde': strToU8(xml),
    ...Object.fromEntries(texts.map(({ name, text }) => [`sources/${name}`, strToU8(text)])),
  });
}
