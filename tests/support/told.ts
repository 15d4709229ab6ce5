/** A server with a consultation that was held in three sessions, its themes, points and post-its. */
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import type { Change } from '../../core/talk/change.ts';
import type { SealedSession, Store } from '../../server/store/store.ts';
import { aConsultation } from '../server/store/made.ts';
import { held } from './archives.ts';
import { startServer, type TestServer } from './server.ts';
import { coding, point, theme } from './talk.ts';

export const TODAY = '2027-03-01';
const STATEMENTS = ['My social worker listens to me', 'I know who to ask when something goes wrong'];
const COMMENTS = [
  'They said they would ring me back and never did',
  'I had to tell my story to five different people',
  'A text the day before would help me to come',
];

export interface ToldServer {
  server: TestServer;
  store: Store;
  ask(...changes: RecommendationChange[]): Promise<void>;
  talk(...changes: Change[]): Promise<void>;
}

function consultation(): Consultation {
  return {
    ...aConsultation('shared'),
    title: 'What we expect of the people who work with us',
    answeredBy: 'The council',
    answerDue: '15 February 2027',
    floor: 5,
    groups: [
      { id: 'g1', label: 'Parents', roomLabel: '' },
      { id: 'g2', label: 'Young people', roomLabel: '' },
    ],
    statements: STATEMENTS.map((text, i) => ({
      id: `s${i + 1}`,
      notes: '',
      picture: null,
      scale: null,
      version: 1,
      wordings: [{ group: null, lang: 'en', text }],
      earlier: [],
    })),
  };
}

function sitting(id: string, name: string, people: number): SealedSession {
  const answers = Array.from({ length: people }, (_, i) => (i % 5) + 1);
  const session = held(id, answers, { name, groups: ['g1', 'g2'] });
  return {
    ...session,
    responses: session.responses.map((response, i) => ({
      ...response,
      comment: COMMENTS[i] ?? '',
      quote: i < 2,
    })),
  };
}

/** Two sessions have as many people as the floor, the third has three. */
export async function toldServer(): Promise<ToldServer> {
  const stores: Store[] = [];
  const clock = { today: () => TODAY, everyHour: () => () => undefined };
  const server = await startServer({
    clock,
    wrap: (store) => {
      stores.push(store);
      return store;
    },
  });
  const store = (): Store => stores.at(-1) as Store;
  await store().saveConsultation(consultation(), null);
  for (const [id, name, people] of [
    ['aa', 'Family centre, Tuesday', 8],
    ['bb', 'Youth club', 6],
    ['cc', 'At home', 3],
  ] as const)
    await store().addSealed(sitting(id, name, people));
  const talk = async (...changes: Change[]): Promise<void> => {
    const done = await store().talk.change('shared', changes);
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
  };
  await talk(
    theme('calls', { name: 'Being rung back', order: 1 }),
    theme('story', { name: 'Telling it once', order: 2, colour: 'plum' }),
    point('p1', { text: 'Nobody rings back when they say so', themes: ['calls'], hands: 4 }, 'aa'),
    point('p2', { text: 'We wait by the phone', themes: ['calls'] }, 'bb'),
    point('p3', { text: 'Nor here', themes: ['calls'] }, 'cc'),
    point('idea', { text: 'A wall with photos of who works here', stance: 'idea', themes: ['story'] }, 'bb'),
    coding('1.aa-0', [], ['calls'], 'aa'),
    coding('1.aa-1', [], ['story'], 'aa'),
  );
  return {
    server,
    get store() {
      return store();
    },
    ask: async (...changes) => {
      const done = await store().recommendations.change('shared', changes);
      if (isRefusal(done)) throw new Error(JSON.stringify(done));
    },
    talk,
  };
}
