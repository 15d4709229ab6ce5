/** Case studies and corrections in one window, the two desks of the page that reads back, and what its second window is sent. */
import { describe, expect, test } from '@jest/globals';
import {
  makeStudiesDesk,
  type StudiesDesk,
  type StudiesPorts,
} from '../../client/console/caseStudies/desk.ts';
import { makePair } from '../../client/console/readBack/pair.ts';
import { makeShowing, slidesOf, type Shown, type Told } from '../../client/console/readBack/slides.ts';
import type { Correctable } from '../../client/console/readBack/things.ts';
import type { CorrectedKind } from '../../core/readBack/types.ts';
import { applyCaseStudy, type StudiesChange } from '../../core/caseStudies/change.ts';
import { yesOf } from '../../core/caseStudies/publish.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import { makeVersions } from '../../core/caseStudies/versions.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { study } from '../support/studies.ts';

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

test('RB3 one undo takes back what was one step, of one desk or of both', () => {
  const done: string[] = [];
  const desk = (name: string) => ({
    perform: (all: readonly unknown[]) => void (all.length > 0 && done.push(`${name} does`)),
    undo: () => void done.push(`${name} undoes`),
    redo: () => void done.push(`${name} redoes`),
  });
  const pair = makePair(desk('talk'), desk('told'));
  const told = [made('k')];
  pair.perform({ told });
  pair.perform({ talk: [{ of: 'theme', key: 't', was: { name: 'a' }, set: { name: 'b' } }], told });
  pair.undo();
  pair.undo();
  pair.undo();
  pair.redo();
  expect(done).toEqual([
    'told does',
    'talk does',
    'told does',
    'talk undoes',
    'told undoes',
    'told undoes',
    'told redoes',
  ]);
  expect(pair.steps.value).toEqual({ undo: 1, redo: 1 });
});

describe('the second window', () => {
  const thing = (about: CorrectedKind, words: string, title = ''): Correctable => ({
    about,
    of: 'x',
    ofSession: '',
    words,
    title,
  });

  test('RB1 a long story is shown in parts that end with a sentence, and nothing of it is lost', () => {
    const text = `${'Nobody had said that to me. '.repeat(20).trim()}\n\n…and then “why?” After 3.5 years that was it`;
    const slides = slidesOf([
      thing('theme', 'Time'),
      thing('point', 'Late'),
      thing('caseStudy', text, 'Wait'),
    ]);
    expect(slides.slice(0, 2).map((one) => one.text)).toEqual(['Time', '“Late”']);
    const parts = slides.slice(2);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ title }) => title)).toEqual(['Wait', ...parts.slice(1).map(() => '')]);
    for (const part of parts.slice(0, -1)) expect(part.text).toMatch(/\.$/);
    expect(parts.map((one) => one.text).join(' ')).toBe(text.replace(/\s+/g, ' '));
    const endless = slidesOf([thing('caseStudy', 'word '.repeat(300).trim())]);
    for (const part of endless) expect(part.text.length).toBeLessThanOrEqual(420);
    expect(endless.map((one) => one.text).join(' ')).toBe('word '.repeat(300).trim());
  });

  test('RB1 it is sent what it shows, and nothing once that is hidden or the page is left', async () => {
    const [here, there] = [new BroadcastChannel('read-back-test'), new BroadcastChannel('read-back-test')];
    const heard: (string | null)[] = [];
    let wake = (): void => undefined;
    there.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
      heard.push(data.shown?.text ?? null);
      wake();
    });
    const next = (act: () => void): Promise<void> =>
      new Promise((done) => {
        wake = done;
        act();
      });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    const tell = (what: Told) => next(() => there.postMessage(what));
    const showing = makeShowing(here);
    await tell({ hello: true });
    await next(() => showing.show(slidesOf([thing('theme', 'One'), thing('theme', 'Two')])));
    await tell({ hello: true });
    await tell({ step: 1 });
    showing.step(1);
    await next(() => showing.hide(true));
    await tell({ hello: true });
    await tell({ step: -1 });
    await next(() => showing.close());
    there.close();
    expect(heard).toEqual([null, 'One', 'One', 'Two', null, null, 'One', null]);
  });
});
