/** Interviews that go to other programs and come back, into laptops with a real database. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { QdaProject, QdaSelection } from '../../../core/qda/types.ts';
import type { SourceFields } from '../../../core/talk/sources.ts';
import { guid, qdpxFile } from '../../../server/export/qdaFiles.ts';
import type { Store } from '../../../server/store/store.ts';
import { URDU } from '../export/talked.ts';
import { back, closeAll, kept, qdpx, taken, talked, talkedLaptop, textsIn } from '../../support/qdaLaptop.ts';
import { schemaFaults } from '../../support/qdaSchema.ts';
import { editSource, passage, source } from '../../support/sources.ts';
import { removal } from '../../support/talk.ts';
import { newFolder, opened } from '../store/made.ts';

afterEach(closeAll);

const ABOUT: Partial<SourceFields> = {
  title: 'A mother of two',
  text: URDU,
  day: '2026-05-04',
  session: 'aa',
  group: 'g1',
  gender: 'woman',
  ageBand: '30 to 44',
  interviewer: 'peer',
  mayQuote: true,
  language: 'ur',
};
const FIRST = 'پوچھا گیا 👩‍👩‍👧 اور';
const SECOND = '👩‍👩‍👧 اور پھر\nوہ دو';
const LAST = 'یہ ٹھیک تھا';
const p1 = passage(
  'p1',
  's',
  FIRST,
  { themes: ['u'], stance: 'experience', note: 'Twice; so\nsays\nshe' },
  URDU,
);
const p2 = passage('p2', 's', SECOND, { coder: 'second', themes: ['t'] }, URDU);
const p3 = passage('p3', 's', LAST, { themes: ['t'] }, URDU);

/** What was said in sessions, an interview with passages of two coders that overlap, and one without a yes. */
async function interviewed(): Promise<Store> {
  const store = await talkedLaptop();
  await talked(store, source('s', ABOUT), source('n', { title: 'Notes', form: 'document' }), p1, p2, p3);
  await talked(store, source('no', { text: 'Nothing of this', mayUse: false }));
  return store;
}
const CODED = [
  [FIRST, 'Never', 'first'],
  [SECOND, 'Being heard', 'second'],
  [LAST, 'Being heard', 'first'],
];
const urdu = async (store: Store, id = 'shared') =>
  (await textsIn(store, id)).find(([, text]) => text === URDU);

/** The same project as another program gives it back: every mark for one code, with another id. */
function elsewhere(
  project: QdaProject,
  change: (own: QdaSelection) => Partial<QdaSelection> = () => ({}),
): Uint8Array {
  return qdpxFile({
    ...project,
    cases: [],
    sources: project.sources.map((one) => ({
      ...one,
      selections: one.selections.flatMap((own) => {
        const made = { ...own, ...change(own) };
        return made.codings.map((coding, i) => ({
          ...made,
          id: guid(`other ${own.id} ${i}`),
          codings: [coding],
        }));
      }),
    })),
  });
}

describe('our own interviews', () => {
  test('QX6 QX9 QX3 on another laptop they are there to the letter, with all that is told of them and no yes', async () => {
    const file = await qdpx(await interviewed());
    expect(await schemaFaults('project', strFromU8(unzipSync(file)['project.qde']!))).toEqual([]);
    const other = await kept(opened(newFolder()));
    const { consultation: made, warnings = [] } = await taken(other, file);
    expect((await textsIn(other, made.id)).map(([title]) => title)).toEqual(['A mother of two', 'Notes']);
    expect((await urdu(other, made.id))?.[2]).toEqual(CODED);
    const { sources, passages } = await other.talk.read(made.id);
    const parents = made.groups.find(({ label }) => label === 'Parents')?.id;
    expect(sources.find(({ title }) => title === 'A mother of two')).toEqual({
      ...ABOUT,
      id: guid('text s'),
      form: 'interview',
      session: '',
      group: parents,
      mayUse: false,
      mayQuote: false,
    });
    // No day was told, and the file's own is not taken for it.
    expect(sources.find(({ title }) => title === 'Notes')).toMatchObject({ form: 'document', day: '' });
    expect(passages.find(({ note }) => note !== '')).toMatchObject({
      note: 'Twice; so\nsays\nshe',
      stance: 'experience',
      outcome: '',
    });
    expect(warnings.join(' ')).toContain(
      '2 texts came in as interviews or documents. A file does not show who',
    );
    // With a yes they are in the next file, under the same ids, and so known where they came from.
    const yes = editSource(guid('text s'), { mayUse: false }, { mayUse: true });
    expect(await other.talk.change(made.id, [yes])).toMatchObject([{ is: 'done' }]);
    const again = await back(await qdpx(other, made.id));
    const own = ({ project }: typeof again) => project.sources.find(({ text }) => text === URDU);
    expect(own(again)?.selections).toEqual(own(await back(file))?.selections);
    const home = await interviewed();
    const before = await home.talk.read('shared');
    await taken(home, await qdpx(other, made.id), 'shared');
    expect((await home.talk.read('shared')).passages).toEqual(before.passages);
  });

  test('QX6 QX9 where they came from nothing is added twice: codes are put on, new passages come in, yeses stay', async () => {
    const store = await interviewed();
    const file = await qdpx(store);
    const before = await store.talk.read('shared');
    expect((await taken(store, file)).consultation.id).toBe('shared');
    expect(await store.talk.read('shared')).toEqual(before);
    const { project } = await back(file);
    const code = { ...project.codes[0]!, id: guid('new'), name: 'Housing', codes: [] };
    const more = { ...project, codes: [...project.codes, code] };
    const put = [{ code: code.id, coder: 'R2' }];
    const coded = elsewhere(more, (own) => ({
      codings: [...own.codings, ...put],
      // Another program may know nobody of ours.
      coder: own.coder === 'Second coder' ? own.coder : 'owner',
    }));
    const { warnings = [] } = await taken(store, coded);
    expect((await urdu(store))?.[2]).toEqual(
      CODED.map(([words, on, coder]) => [words, on === 'Never' ? 'Housing,Never' : `${on},Housing`, coder]),
    );
    expect(warnings.join(' ')).not.toContain('passages were put on');
    // Something new on the same text, once and once more.
    const fresh = elsewhere({
      ...more,
      sources: more.sources.map((one) =>
        one.text === URDU
          ? {
              ...one,
              selections: [
                { ...one.selections[0]!, id: guid('n'), from: 0, to: 4, coder: 'R2', codings: put },
              ],
            }
          : { ...one, selections: [] },
      ),
    });
    const told = [];
    for (let n = 0; n < 2; n += 1) told.push((await taken(store, fresh)).warnings?.join(' ') ?? '');
    expect((await urdu(store))?.[2].slice(0, 2).map(([words, on]) => [words, on])).toEqual([
      ['میرا', 'Housing'],
      [FIRST, 'Housing,Never'],
    ]);
    expect((await urdu(store))?.[2]).toHaveLength(4);
    expect(told.map((words) => words.includes('1 passage was put on a text that is here.'))).toEqual([
      true,
      false,
    ]);
    const after = await store.talk.read('shared');
    expect(after.sources).toEqual(before.sources);
    expect(after.points.length).toBe(before.points.length);
  });

  test('QX6 QX9 where the text was changed since, marks go to their words or are told; what was removed stays away', async () => {
    const store = await interviewed();
    const { project } = await back(await qdpx(store));
    const text = `پہلے: ${URDU.replace(LAST, '')}`.trim();
    await talked(store, removal(p1), removal(p3), editSource('s', { text: URDU }, { text }));
    const own = await taken(store, qdpxFile(project));
    const on = async () =>
      (await textsIn(store, 'shared')).find(([title]) => title === 'A mother of two')?.[2];
    expect(await on()).toEqual([[SECOND, 'Being heard', 'second']]);
    expect(own.warnings?.join(' ')).toContain('In “A mother of two” 2 passages were removed here.');
    // By other ids they are new ones: those whose words stand come in where they stand now.
    const { warnings = [] } = await taken(store, elsewhere(project));
    expect(await on()).toEqual([
      [FIRST, 'Never', 'first'],
      [SECOND, 'Being heard', 'second'],
    ]);
    expect(warnings.join(' ')).toContain(
      'In “A mother of two” 1 mark is on words that are not here any more',
    );
  });

  test('QX9 IV3 nothing is put on a text whose yes was taken back, and one that was removed does not come in again', async () => {
    const store = await interviewed();
    const file = await qdpx(store);
    const { project } = await back(file);
    await talked(store, editSource('s', { mayUse: true }, { mayUse: false }));
    await talked(store, removal(source('n', { title: 'Notes', form: 'document' })));
    const before = await store.talk.read('shared');
    const { warnings = [] } = await taken(
      store,
      elsewhere(project, () => ({ from: 0, to: 3 })),
    );
    expect((await store.talk.read('shared')).sources).toEqual(before.sources);
    expect((await store.talk.read('shared')).passages).toEqual(before.passages);
    expect(warnings.join(' ')).toContain('Nothing of “A mother of two” was taken');
    expect(warnings.join(' ')).toContain('The text “Notes” was removed here.');
    // A file of nothing else is known by it, too.
    const alone = { ...project, cases: [], sources: project.sources.filter(({ name }) => name === 'Notes') };
    expect((await taken(store, qdpxFile(alone))).consultation.id).toBe('shared');
  });
});
