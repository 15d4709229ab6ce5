/** A consultation beside the waves that it repeats. */
import type { Wave, Wording } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { WaveFigures, WavesPage, EarlierWave } from '../../core/waves/api.ts';
import { yearOf } from '../../core/waves/again.ts';
import type { Store } from '../store/store.ts';
import { analysisPage } from './analysis.ts';
import type { Rooms } from './sessions.ts';

export async function wavesPage(store: Store, rooms: Rooms, id: string): Promise<WavesPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { title, sample, waves = [] } = stored.consultation;
  const figures = await figuresOf(store, rooms, id);
  if (figures === null) return refuse('no-such-consultation');
  const earlier: EarlierWave[] = [];
  for (const [i, wave] of waves.entries()) {
    const theirs = await figuresOf(store, rooms, wave.id);
    const held = theirs !== null && theirs.page.sessions.length > 0;
    earlier.push({
      ...wave,
      // As it is called now, where it is here.
      ...(theirs === null ? {} : { title: theirs.page.title }),
      ...(held ? { year: yearOf(await store.sessions(wave.id)) } : {}),
      n: waves.length - i,
      lacks: theirs === null ? 'missing' : held ? null : 'none',
      figures: held ? theirs : null,
    });
  }
  return {
    title,
    sample,
    n: waves.length + 1,
    year: yearOf(await store.sessions(id)),
    figures,
    earlier,
    later: await laterOf(store, id),
  };
}

async function figuresOf(store: Store, rooms: Rooms, id: string): Promise<WaveFigures | null> {
  const page = await analysisPage(store, rooms, id, []);
  if (isRefusal(page)) return null;
  const { boards } = await store.figures(page.sessions.map((s) => s.id));
  const asked = Map.groupBy(boards, (board) => board.statement);
  return {
    page,
    asked: [...asked].map(([statement, own]) => ({
      statement,
      versions: [
        ...new Map(
          own.map(({ wordings }): [string, Wording[]] => [JSON.stringify(wordings), wordings]),
        ).values(),
      ],
    })),
  };
}

async function laterOf(store: Store, id: string): Promise<Wave[]> {
  const later: (Wave & { n: number })[] = [];
  for (const { consultation } of await store.listConsultations()) {
    const n = consultation.waves?.findIndex((wave) => wave.id === id) ?? -1;
    if (n < 0) continue;
    const year = yearOf(await store.sessions(consultation.id));
    later.push({ id: consultation.id, title: consultation.title, year, n });
  }
  return later.toSorted((a, b) => a.n - b.n).map(({ n: _n, ...wave }) => wave);
}
