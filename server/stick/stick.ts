/**
 * The stick that is plugged into this laptop: two copies of what is running, locked to the stick's own key,
 * so that another laptop can take it over. The secret half of the key is on the stick, locked by a passphrase
 * that is told once, and nowhere else.
 */
import type { StickNow } from '../../core/laptop.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { lockBytes, newIdentity } from '../archive/lock.ts';
import { newId, newPassphrase } from '../random.ts';
import { isDiskFull } from '../store/diskFull.ts';
import { packBundle } from './bundle.ts';
import { orRefused, StickFailed } from './failed.ts';
import {
  dropCopies,
  isThere,
  likelyPlaces,
  readCopies,
  readHolder,
  rootOf,
  setUpStick,
  writeCopy,
  writeHolder,
} from './files.ts';
import { earlierLeft, earlierWith, giveUp, holdEarlier, holdersOf } from './earlier.ts';
import { openStick } from './open.ts';
import type { Stick, StickCheck, StickParts } from './parts.ts';
import { askOnce, LIMIT_MS, within } from './hanging.ts';
import { keepSettings, NO_STICK, readSettings, untakenAfter, type StickSettings } from './settings.ts';

/** A stick that was pulled is looked for again after this, in milliseconds. */
const AGAIN_MS = 5000;
/** A copy may take this many times as long as a look: sticks are slow. */
const SLOW = 4;
/** That it was pulled, or that another laptop has it, is seen within this, without waiting for the next copy. */
const LOOK_MS = 3000;

export async function makeStick(parts: StickParts): Promise<Stick> {
  const { data, tell, now } = parts;
  let own = await readSettings(data);
  let copied = '';
  let wanted: { alone: boolean } | null = null;
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let told: StickNow = 'none';
  let stopped = false;

  // One after another, and known here only once it is on the disk: copies rely on what was noted.
  let keeping: Promise<void> = Promise.resolve();
  const keep = (change: Partial<StickSettings>): Promise<void> => {
    const kept = keeping.then(async () => {
      const next = { ...own, ...change };
      await keepSettings(data, next);
      own = next;
    });
    keeping = kept.catch(() => undefined);
    return kept;
  };

  const limit = parts.limit ?? LIMIT_MS;
  const asked = askOnce<StickCheck>(() => askOwn(), limit, 'silent');
  const earlierOnes = askOnce(() => holdersOf(own), limit, []);
  const places = askOnce(() => likelyPlaces(process.platform), limit, []);
  /** A copy is on its way, and takes longer than a stick that is well does. */
  let writing = false;
  const hangs = (): boolean => writing || [asked, earlierOnes, places].some((one) => one.hangs());

  const checkOwn = asked.ask;
  const askOwn = async (): Promise<StickCheck> => {
    if (own.folder === '') return 'none';
    const holder = await readHolder(own.folder);
    if (holder === null || holder.stick !== own.stick) return 'unknown';
    return holder.laptop === own.laptop ? 'ours' : 'taken';
  };

  const check = async (): Promise<StickCheck> => {
    const found = await checkOwn();
    if (found === 'taken' || own.earlier.length === 0) return found;
    // Somebody may have taken over from one that was given up while it was out.
    return (await earlierOnes.ask()).some((one) => one.laptop !== own.laptop) ? 'taken' : found;
  };

  /** Takes our copies off sticks that were given up, as far as they are in; whether another laptop has one. */
  const clearEarlier = async (): Promise<boolean> => {
    if (own.earlier.length === 0) return false;
    const { left, taken } = await giveUp(own, await earlierOnes.ask());
    if (left.length < own.earlier.length) await keep({ earlier: left });
    return taken;
  };

  const copyNow = async (): Promise<StickNow> => {
    const found = await checkOwn();
    if (found === 'none') return 'none';
    if (found === 'unknown') return 'away';
    if (found === 'silent') return 'silent';
    if (found === 'taken') return 'elsewhere';
    // It is all there is of them.
    if (own.untaken.length > 0) return 'kept';
    const { ids: running, carried: sessions } = await parts.running();
    const ids = sessions.map(({ session }) => session.id);
    // What has just begun here, or come here, has no copy for a few seconds; until then the stick stays as it is.
    if (own.sessions.some((id) => running.includes(id) && !ids.includes(id))) return 'here';
    if (running.length === 0) {
      await dropCopies(own.folder);
      if (own.alone) await keep({ alone: false });
    } else if (sessions.length > 0) {
      const count = own.count + 1;
      const head = { turn: own.turn, count, made: now(), address: parts.address() };
      const bytes = await lockBytes(packBundle({ ...head, sessions }), { recipients: [own.recipient] });
      // Before they are on the stick, so that this laptop asks at its next start, whenever it dies from here on.
      if (ids.some((id) => !own.sessions.includes(id)))
        await keep({ sessions: [...new Set([...own.sessions, ...ids])] });
      // A session that has gone is in the other copy still.
      const gone = own.sessions.some((id) => !running.includes(id));
      await writeCopy(own.folder, count % 2 === 0 ? 0 : 1, bytes, own.alone || gone);
      await keep({ count, alone: false });
      copied = parts.minute(head.made);
    }
    const taken = own.taken.filter((id) => running.includes(id));
    if (ids.join() !== own.sessions.join()) await keep({ sessions: ids, taken });
    return 'here';
  };

  const say = (state: StickNow): void => {
    told = state;
    tell(state);
  };

  const work = async (): Promise<void> => {
    const order = wanted;
    wanted = null;
    if (order === null || stopped) return;
    clearTimeout(timer);
    let state: StickNow;
    // Nothing else is asked of it meanwhile; the next look would not come to tell.
    const slow = setTimeout(() => {
      writing = true;
      say('silent');
    }, SLOW * limit).unref();
    try {
      // Kept, since the stick may be out for long, and this program may be stopped meanwhile.
      if (order.alone && own.folder !== '' && !own.alone) await keep({ alone: true });
      state = await copyNow();
      // Not before this one has what they had.
      if ((state === 'here' || state === 'none') && (await clearEarlier())) state = 'elsewhere';
    } catch (error) {
      const ofStick = error instanceof StickFailed;
      state = ofStick && isDiskFull(error) ? 'full' : (await checkOwn()) === 'unknown' ? 'away' : 'failed';
      if (!ofStick) parts.fault(error);
      else if (state === 'failed') parts.stickFault(error);
    } finally {
      clearTimeout(slow);
      writing = false;
    }
    say(state);
    if (state === 'here' || state === 'none' || stopped) return;
    timer = setTimeout(() => copySoon(false), AGAIN_MS).unref();
  };

  // Reads one small file, and never two at a time: a stick that hangs must not pile them up.
  const look = async (): Promise<void> => {
    if (stopped) return;
    // What the one of now has is what they had, or more.
    if (told === 'here' || told === 'none') await clearEarlier().catch(parts.fault);
    if (!parts.busy()) return;
    const found = await check();
    if (found === 'unknown') say('away');
    else if (found === 'silent') say('silent');
    else if (found === 'taken') say('elsewhere');
    else if (found === 'ours' && (told === 'away' || told === 'elsewhere' || told === 'silent'))
      copySoon(false);
  };
  const lookLater = (): void => {
    looking = setTimeout(() => {
      working = working.then(look);
      void working.then(() => stopped || lookLater());
    }, LOOK_MS).unref();
  };

  const copySoon = (alone: boolean): void => {
    const first = wanted === null;
    wanted = { alone: alone || wanted?.alone === true };
    if (first) working = working.then(work);
  };

  const name = async (named: string): Promise<{ passphrase: string } | Refusal> => {
    // Each try would wait behind the one that hangs.
    if (hangs()) return refuse('stick-failed', 'folder');
    const folder = await rootOf(named);
    if (!(await isThere(folder))) return refuse('stick-missing', 'folder');
    if (folder === own.folder && own.untaken.length > 0) return refuse('stick-others', 'folder');
    const there = await readHolder(folder);
    if (there !== null && there.laptop !== own.laptop && (await readCopies(folder)).length > 0)
      return refuse('stick-others', 'folder');
    // Otherwise nobody could tell any more that another laptop goes on with them.
    if (folder !== own.folder && own.sessions.length > 0 && (await check()) === 'taken')
      return refuse('session-waits', 'folder');
    const { identity, recipient } = await newIdentity();
    const passphrase = newPassphrase();
    const key = await lockBytes(Buffer.from(`${identity}\n`), { passphrase }, parts.lockWork);
    const stick = newId();
    await working;
    const earlier = earlierWith(own, there?.stick);
    const holder = { stick, laptop: own.laptop, turn: own.turn, after: earlier.map((one) => one.stick) };
    const setUp = await orRefused(() => setUpStick(folder, holder, key));
    if (setUp !== undefined) return setUp;
    await keep({ folder, stick, recipient, sessions: [], untaken: [], alone: false, earlier });
    copySoon(true);
    await working;
    return { passphrase };
  };

  lookLater();
  return {
    settings: () => own,
    copied: () => copied,
    check,
    copySoon,
    name,
    nameOnce: async (folder) =>
      (await rootOf(folder)) === own.folder && (await checkOwn()) !== 'unknown'
        ? { passphrase: null }
        : name(folder),
    forget: async () => {
      await working;
      if (own.untaken.length > 0) await keep({ ...NO_STICK, sessions: [] });
      else {
        await keep({ ...NO_STICK, sessions: [], earlier: earlierWith(own) });
        // What is not plugged in is cleared once it is.
        await clearEarlier().catch(() => false);
      }
      say('none');
    },
    open: openStick,
    hold: async ({ folder, bundle, stick, turn, after, recipient }) => {
      await working;
      const holder = { stick, laptop: own.laptop, turn: turn + 1, after };
      const held = await orRefused(() => writeHolder(folder, holder));
      if (held !== undefined) return held;
      const ids = bundle.sessions.map(({ session }) => session.id);
      const taken = [...new Set([...own.taken, ...ids])];
      const earlier = earlierWith(own, stick);
      await keep({
        earlier,
        folder,
        stick,
        turn: turn + 1,
        recipient,
        count: bundle.count,
        sessions: [],
        untaken: ids,
        taken,
      });
      return { ok: true };
    },
    took: async (id) => {
      const untaken = own.untaken.filter((other) => other !== id);
      await keep({ untaken, sessions: [...new Set([...own.sessions, id])] });
    },
    settleLost: async (lost, settled) => {
      const untaken = untakenAfter(own, lost, settled);
      if (untaken.join() !== own.untaken.join()) await keep({ untaken });
    },
    holdAgain: async () => {
      await working;
      const earlier = await orRefused(() => holdEarlier(own));
      if (earlier !== undefined) return earlier;
      const holder = own.folder === '' ? null : await readHolder(own.folder);
      if (holder === null || holder.stick !== own.stick) return { ok: true };
      const next = { ...holder, laptop: own.laptop, turn: holder.turn + 1 };
      const held = await orRefused(() => writeHolder(own.folder, next));
      if (held !== undefined) return held;
      await keep({ turn: next.turn });
      copySoon(true);
      return { ok: true };
    },
    letGo: async (session) => {
      const sessions = own.sessions.filter((id) => id !== session);
      // The stick belongs to the other laptop now, with nothing of this one on it.
      const over = sessions.length === 0 && (await checkOwn()) === 'taken';
      const earlier = earlierLeft(own, sessions.length > 0 ? [] : await earlierOnes.ask());
      await keep(over ? { ...NO_STICK, sessions, earlier } : { sessions, earlier });
      if (over) say('none');
    },
    places: places.ask,
    hangs,
    stop: async () => {
      // What was ordered is carried out first: of a session that has just gone nothing may stay on the stick.
      const isOrdered = (): boolean => wanted !== null;
      const carriedOut = async (): Promise<void> => {
        while (isOrdered()) await working;
      };
      await within(hangs() ? Promise.resolve() : carriedOut(), SLOW * limit, undefined);
      stopped = true;
      clearTimeout(timer);
      clearTimeout(looking);
      await within(hangs() ? Promise.resolve() : working, limit, undefined);
    },
  };
}
