/** Case studies and corrections in one window, and the two desks of the page that reads back. */
import { describe, expect, test } from '@jest/globals';
import {
  makeStudiesDesk,
  type StudiesDesk,
  type StudiesPorts,
} from '../../client/console/caseStudies/desk.ts';
import { makePair } from '../../client/console/readBack/pair.ts';
import { applyCaseStudy, type StudiesChange } from '../../core/caseStudies/change.ts';
import { yesOf } from '../../core/caseStudies/publish.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import { makeVersions } from '../../core/caseStudies/versions.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { study } from '../support/studies.ts';
import { add, deskBench, edit, settled, texts } from '../support/talkLaptop.ts';

const ABOUT = {
  title: '',
  sample: false,
  groups: [],
  genders: [],
  ageBands: [],
  sessions: [],
  lists: { names: [], places: [] },
  reworded: [],
  today: '2026-11-28',
};

/** The laptop: it carries out what comes, and can be out of reach. */
function bench() {
  const studies = new Map<string, CaseStudyFields>();
  const laptop = { away: false, refuses: null as Refusal | null, heard: [] as StudiesChange[] };
  const timers: (() => void)[] = [];
  const versions = makeVersions((words) => words);
  let ids = 0;
  const ports: StudiesPorts = {
    fetch: async () =>
      laptop.away
        ? refuse('fault')
        : {
            caseStudies: [...studies].map(([id, fields]) => ({ id, ...fields })),
            corrections: [],
            out: [],
            about: ABOUT,
          },
    send: async (changes) => {
      if (laptop.away) return refuse('fault');
      if (laptop.refuses !== null) return laptop.refuses;
      laptop.heard.push(...changes);
      return {
        outcomes: changes.map((change) => {
          if (change.of !== 'caseStudy') throw new Error('Not here.');
          const { next, outcome } = applyCaseStudy(studies.get(change.key) ?? null, change, false, versions);
          if (next === null) studies.delete(change.key);
          else studies.set(change.key, next);
          return outcome;
        }),
      };
    },
    later: (action) => {
      timers.push(action);
      return () => void timers.splice(timers.indexOf(action), 1);
    },
    newId: () => `n${(ids += 1)}`,
  };
  const turn = async (): Promise<void> => {
    for (const timer of timers.splice(0)) timer();
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  };
  return { laptop, studies, open: () => makeStudiesDesk(ports), turn };
}

const made = (key: string, fields: Partial<CaseStudyFields> = {}) => {
  const { id: _id, ...wanted } = study(key, fields);
  return wanted;
};
const titles = (desk: StudiesDesk): string[] => desk.studies.value.map(({ title }) => title);

describe('the desk', () => {
  test('CS2 what is written without the laptop waits, and is handed over once and in order', async () => {
    const { laptop, studies, open, turn } = bench();
    const desk = open();
    desk.refresh();
    await turn();
    laptop.away = true;
    desk.perform([made('k')]);
    desk.perform([{ of: 'caseStudy', key: 'k', was: { title: 'Study k' }, set: { title: 'Other' } }]);
    await turn();
    expect([titles(desk), desk.waiting.value, desk.link.value]).toEqual([['Other'], 2, 'away']);
    laptop.away = false;
    await turn();
    expect([titles(desk), desk.waiting.value, studies.get('k')?.title]).toEqual([['Other'], 0, 'Other']);
    expect(laptop.heard).toHaveLength(2);
    desk.close();
  });

  test('CS1 CS2 undo brings the words back with their yes, redo takes it again, and what was removed comes back whole', async () => {
    const { open, turn, studies } = bench();
    const desk = open();
    desk.perform([made('k', { version: 'v', yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read' })]);
    desk.perform([{ of: 'caseStudy', key: 'k', was: { text: 'Text k' }, set: { text: 'New' } }]);
    await turn();
    const yes = (): string => yesOf(studies.get('k') ?? NEW_CASE_STUDY, []);
    const before = studies.get('k');
    expect(yes()).toBe('old');
    desk.undo();
    await turn();
    expect([yes(), studies.get('k')?.text]).toEqual(['stands', 'Text k']);
    desk.redo();
    await turn();
    expect([yes(), studies.get('k')?.text]).toEqual(['old', 'New']);
    expect(studies.get('k')?.version).toBe(before?.version);
    const now = studies.get('k') ?? null;
    desk.perform([{ of: 'caseStudy', key: 'k', was: now, set: null }]);
    await turn();
    expect(studies.size).toBe(0);
    desk.undo();
    await turn();
    expect(studies.get('k')).toEqual(now);
    desk.close();
  });

  test('CS1 undo in one window brings no yes back over words of another, nor is what waits there ticked as both', async () => {
    const { laptop, open, turn, studies } = bench();
    const [one, two] = [open(), open()];
    const ready = { version: 'v', yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read' } as const;
    one.perform([made('k', ready)]);
    await turn();
    one.perform([{ of: 'caseStudy', key: 'k', was: { text: 'Text k' }, set: { text: 'New' } }]);
    await turn();
    two.refresh();
    await turn();
    const theirs = {
      of: 'caseStudy',
      key: 'k',
      was: { title: 'Study k' },
      set: { title: 'Theirs' },
    } as const;
    two.perform([theirs]);
    await turn();
    one.undo();
    await turn();
    const now = (): CaseStudyFields => studies.get('k') ?? NEW_CASE_STUDY;
    expect([now().title, now().text, yesOf(now(), [])]).toEqual(['Theirs', 'Text k', 'old']);
    two.undo();
    await turn();
    expect([now().title, now().text, yesOf(now(), [])]).toEqual(['Study k', 'Text k', 'stands']);
    // The first window has not heard of the title that the second one changes now, and ticks what it shows.
    two.refresh();
    one.refresh();
    await turn();
    two.perform([theirs]);
    await turn();
    laptop.away = true;
    one.perform([{ of: 'caseStudy', key: 'k', was: { text: 'Text k' }, set: { text: 'Later' } }]);
    const [shown] = one.studies.value;
    one.perform([{ of: 'caseStudy', key: 'k', was: { yesTo: 'v' }, set: { yesTo: shown?.version ?? '' } }]);
    expect(shown?.title).toBe('Study k');
    await turn();
    laptop.away = false;
    await turn();
    expect([now().title, now().text, yesOf(now(), [])]).toEqual(['Theirs', 'Later', 'old']);
    one.close();
    two.close();
  });

  test('CS2 what the laptop refuses is told and let go; what differs is decided', async () => {
    const { laptop, open, turn, studies } = bench();
    const desk = open();
    desk.perform([made('k')]);
    await turn();
    laptop.refuses = refuse('case-studies-full', 'changes.0');
    desk.perform([made('more')]);
    await turn();
    expect(desk.troubles.value).toMatchObject([{ why: { refusal: 'case-studies-full' } }]);
    expect([titles(desk), desk.waiting.value]).toEqual([['Study k'], 0]);
    laptop.refuses = null;
    const [first] = desk.troubles.value;
    if (first !== undefined) desk.settle(first, false);
    studies.set('k', { ...(studies.get('k') as CaseStudyFields), title: 'Theirs' });
    desk.perform([{ of: 'caseStudy', key: 'k', was: { title: 'Study k' }, set: { title: 'Mine' } }]);
    await turn();
    const [differs] = desk.troubles.value;
    expect(differs).toMatchObject({ why: 'differs', now: { title: 'Theirs' } });
    if (differs !== undefined) desk.settle(differs, true);
    await turn();
    expect(studies.get('k')?.title).toBe('Mine');
    desk.close();
  });
});

describe('two desks of one page', () => {
  function pairBench() {
    const [points, stories] = [deskBench(), bench()];
    const [talk, told] = [points.open(), stories.open()];
    const turn = async (): Promise<void> => {
      await points.tick();
      await stories.turn();
      await settled();
    };
    const pair = makePair(talk, told);
    const now = () => [texts(talk), titles(told), pair.steps.value];
    const retitled = (from: string, to: string) =>
      ({ of: 'caseStudy', key: 'k', was: { title: from }, set: { title: to } }) as const;
    return { laptop: points.laptop, talk, told, turn, pair, now, retitled };
  }

  test('RB3 one undo takes back what was one step, of one desk or of both', async () => {
    const { turn, pair, now, retitled } = pairBench();
    await turn();
    pair.perform({ told: [made('k')] });
    pair.perform({});
    pair.perform({ talk: [add('p')], told: [retitled('Study k', 'Other')] });
    await turn();
    expect(now()).toEqual([['p'], ['Other'], { undo: 2, redo: 0 }]);
    pair.undo();
    await turn();
    expect(now()).toEqual([[], ['Study k'], { undo: 1, redo: 1 }]);
    pair.undo();
    pair.undo();
    await turn();
    expect(now()).toEqual([[], [], { undo: 0, redo: 2 }]);
    pair.redo();
    await turn();
    expect(now()).toEqual([[], ['Study k'], { undo: 1, redo: 1 }]);
    // Something new on one desk: what was taken back on the other before that is over.
    pair.undo();
    pair.perform({ talk: [add('new')] });
    await turn();
    expect(now()).toEqual([['new'], [], { undo: 1, redo: 0 }]);
  });

  test('RB3 TK3 a step that a desk makes by itself is taken back in its turn, and one that it lets go of in none', async () => {
    const { laptop, talk, turn, pair, now, retitled } = pairBench();
    await turn();
    pair.perform({ talk: [add('p')], told: [made('k')] });
    await turn();
    laptop.carryOut({ ...edit('p', { text: 'p' }, { text: 'Theirs' }), id: 'other' });
    pair.perform({ talk: [edit('p', { text: 'p' }, { text: 'Mine' })] });
    await turn();
    pair.perform({ told: [retitled('Study k', 'Later')] });
    talk.settle(true, ...talk.troubles.value);
    await turn();
    expect(now()).toEqual([['Mine'], ['Later'], { undo: 4, redo: 0 }]);
    pair.undo();
    await turn();
    expect(now().slice(0, 2)).toEqual([['Theirs'], ['Later']]);
    pair.undo();
    await turn();
    expect(now().slice(0, 2)).toEqual([['Theirs'], ['Study k']]);
    // What somebody has taken out is in no step any more: the one before is undone, and no other in its place.
    talk.forget();
    expect(pair.steps.value).toEqual({ undo: 1, redo: 1 });
    pair.undo();
    await turn();
    expect(now().slice(0, 2)).toEqual([['Theirs'], []]);
  });
});
