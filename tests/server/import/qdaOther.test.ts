/** What comes in from other programs, and what of it does not. */
import { strToU8 } from 'fflate';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { QdaCode, QdaProject } from '../../../core/qda/types.ts';
import { writeProject } from '../../../core/qda/write.ts';
import { guid, qdcFile, qdpxFile } from '../../../server/export/qdaFiles.ts';
import { PROJECT, qdeFile } from '../../support/qda.ts';
import { asked, closeAll, kept, shown, taken, talkedLaptop, textsIn } from '../../support/qdaLaptop.ts';
import { editSource, placeOf } from '../../support/sources.ts';
import { newFolder, opened } from '../store/made.ts';

afterEach(closeAll);

describe('files of other programs', () => {
  /** As QualCoder writes: a mark for each code, a case of a whole text, colours of its own. */
  const foreign: QdaProject = {
    ...PROJECT,
    origin: 'QualCoder',
    codes: PROJECT.codes.map((code) => ({ ...code, colour: '#3F7D3C' })),
    sources: PROJECT.sources.map((source) => ({
      ...source,
      selections: source.selections.flatMap((own) =>
        own.codings.map((one, i) => ({ ...own, id: `${own.id} ${i}`, codings: [one] })),
      ),
    })),
    cases: [
      {
        id: 'anna',
        name: 'Participant 1',
        description: '',
        attributes: [{ name: 'Work', type: 'Text', value: 'nurse' }],
        sources: ['first'],
        selections: [],
      },
    ],
  };

  test('QX8 a text is a document, whole; marks on the same words are one passage under all their codes, and what was left out is told', async () => {
    const store = await kept(opened(newFolder()));
    const { consultation: made, warnings = [] } = await taken(store, qdpxFile(foreign));
    expect(made.title).toBe('What we expect');
    const texts = await textsIn(store, made.id);
    expect(texts).toEqual([
      [
        'Group 1, discussion',
        PROJECT.sources[0]?.text,
        [['They never listen.', 'Being heard,Never', 'first']],
      ],
    ]);
    expect((await store.talk.read(made.id)).sources).toMatchObject([
      { form: 'document', day: '2026-06-01', mayUse: false, mayQuote: false, interviewer: '', group: '' },
    ]);
    expect(warnings).toEqual([
      'The colour of 1 theme became the nearest that there is here.',
      '1 text came in as an interview or document. A file does not show who said yes: write that down under Interviews. Until then it is counted nowhere and is in no file for researchers.',
      'Values of these variables were left out: Work.',
    ]);
    // Until somebody has written down the yes it is coded no further. Then it is known, and new marks come in.
    const grown = {
      ...foreign,
      sources: foreign.sources.map((source) => ({
        ...source,
        selections: [
          ...source.selections,
          { ...PROJECT.sources[0]!.selections[1]!, codings: [{ code: 'again', coder: '' }] },
        ],
      })),
    };
    const early = await taken(store, qdpxFile(grown));
    expect(early.warnings?.join(' ')).toContain('there is no yes to its being used');
    expect(await textsIn(store, made.id)).toEqual(texts);
    const { sources } = await store.talk.read(made.id);
    const yes = editSource(sources[0]?.id ?? '', { mayUse: false }, { mayUse: true });
    expect(await store.talk.change(made.id, [yes])).toMatchObject([{ is: 'done' }]);
    const next = await taken(store, qdpxFile(grown));
    expect(next.consultation.id).toBe(made.id);
    expect((await textsIn(store, made.id))[0]?.[2]).toEqual([
      ['They never listen.', 'Being heard,Never', 'first'],
      ['She came back “twice” 👩‍👩‍👧', 'Again', 'first'],
    ]);
    expect(await store.sessions(made.id)).toHaveLength(0);
  });

  test('QX8 QX1 what no screen can show goes from a text, letters are put together, and passages stay on their words', async () => {
    const text = '\t Une e\u0301cole\u0001,\u202e cafe\u0301 \ufdd0fini 👧\n';
    const wanted = ['e\u0301cole', 'cafe\u0301', 'fini 👧'].map((words) => placeOf(words, text));
    const [source] = PROJECT.sources;
    const selections = [...wanted, { from: 0, to: 1 }].map((place, i) => ({
      ...source!.selections[1]!,
      ...place,
      id: `w${i}`,
    }));
    // Written by hand: our own writer keeps what XML cannot hold out of a file.
    const project = {
      ...PROJECT,
      cases: [],
      sources: [{ ...source!, text: text.replace('\u0001', '\u0085'), selections }],
    };
    const store = await kept(opened(newFolder()));
    const { consultation: made, warnings = [] } = await taken(store, qdpxFile(project));
    const [[, kept_, passages] = []] = await textsIn(store, made.id);
    expect(kept_).toBe('Une école , café fini 👧');
    expect(passages?.map(([said]) => said)).toEqual(['école', 'café', 'fini 👧']);
    expect(warnings.join(' ')).toContain('1 mark with no text in it was left out');
  });

  test('QX8 a codebook comes into a consultation: themes of the same name stay, the others come under them', async () => {
    const store = await talkedLaptop();
    const file = strToU8(qdcFile(PROJECT.codes));
    const { warnings } = await taken(store, file, 'shared');
    expect((await shown(store, 'shared')).themes).toEqual([
      'Being heard / Again plum',
      'Being heard / Never leaf',
      'Being heard plum',
    ]);
    expect(warnings).toEqual(['2 themes were here already, and stand as they did.']);
  });

  test('QX6 QX8 of a discussion a long passage becomes several points, and long names are shortened, which is told', async () => {
    const long = `${'word '.repeat(300)}end`;
    const [source] = PROJECT.sources;
    const project: QdaProject = {
      ...PROJECT,
      codes: [{ ...PROJECT.codes[0]!, name: 'n'.repeat(200) }],
      sources: [
        {
          ...source!,
          attributes: [{ name: 'Kind of text', type: 'Text', value: 'discussion' }],
          text: long,
          selections: [{ ...source!.selections[0]!, from: 0, to: long.length }],
        },
      ],
      cases: [],
    };
    const store = await kept(opened(newFolder()));
    const { consultation: made, warnings = [] } = await taken(store, qdpxFile(project));
    const { points, themes } = await store.talk.read(made.id);
    expect(
      points
        .map((one) => one.text)
        .toSorted((a, b) => b.length - a.length)
        .join(' '),
    ).toBe(long);
    expect(points).toHaveLength(2);
    expect(themes.map((one) => one.name.length)).toContain(80);
    expect(warnings.join(' ')).toContain('longer than 1,000 characters. It became several points');
  });

  test('QX7 over a limit nothing is taken in', async () => {
    const store = await talkedLaptop();
    const before = JSON.stringify([await store.talk.read('shared'), await store.listConsultations()]);
    const codes = Array.from({ length: 400 }, (_, i): QdaCode => ({
      id: `c${i}`,
      name: `C${i}`,
      colour: '',
      description: '',
      codable: true,
      codes: [],
    }));
    expect(await asked(store, strToU8(qdcFile(codes)), 'shared')).toMatchObject({
      refusal: 'too-large',
      where: 'themes',
    });
    const [source] = PROJECT.sources;
    const text = 'ab '.repeat(3100);
    const selections = Array.from({ length: 3001 }, (_, i) => ({
      ...source!.selections[0]!,
      id: `x${i}`,
      from: 3 * i,
      to: 3 * i + 2,
    }));
    const many = qdpxFile({ ...PROJECT, sources: [{ ...source!, text, selections }], cases: [] });
    expect(await asked(store, many)).toMatchObject({ refusal: 'too-large', detail: 'at most 2000' });
    const long = { ...source!, text: 'ab '.repeat(34_000), selections: [] };
    expect(await asked(store, qdpxFile({ ...PROJECT, sources: [long], cases: [] }))).toMatchObject({
      refusal: 'too-large',
      where: 'text of Group 1, discussion',
    });
    expect(await asked(store, many, 'nobody')).toMatchObject({ refusal: 'no-such-consultation' });
    const { xml, texts } = writeProject(PROJECT, guid);
    expect(
      await asked(store, qdeFile(xml.replace('endPosition="47"', 'endPosition="470"'), texts)),
    ).toMatchObject({ refusal: 'bad-file' });
    expect(JSON.stringify([await store.talk.read('shared'), await store.listConsultations()])).toBe(before);
  });
});
