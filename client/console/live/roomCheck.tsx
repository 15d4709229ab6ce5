/** "Check this room": which address phones can really reach, proved by a phone that opened it. */
import { useEffect, useState } from 'preact/hooks';
import type { RoomAddress, RoomCheck } from '../../../core/address.ts';
import { TIMES } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { Qr } from '../../shared/qr.tsx';
import { ask } from './ask.ts';
import { Dialog } from './dialog.tsx';
import { say, type Key } from './words.ts';

const HELP: readonly Key[] = [
  'room.help.wifi',
  'room.help.internet',
  'room.help.firewall',
  'room.help.guest',
  'room.help.own',
];

/** @param props.code of the session, empty before its lobby has opened */
export function RoomCheckDialog(props: { code: string; close: () => void }) {
  const { check, failed, choose } = useRoomCheck();
  return (
    <Dialog wide title={say('room.title')} close={props.close}>
      <p>{say('room.text')}</p>
      <div role="status" class="room-status">
        {failed ? say('room.failed') : check !== null && statusOf(check)}
      </div>
      {check !== null && <Found check={check} code={props.code} choose={choose} />}
    </Dialog>
  );
}

function statusOf(check: RoomCheck): string {
  const proved = check.addresses.find((a) => a.proved);
  if (proved !== undefined) return say('room.works', { address: bare(proved.url) });
  return say(check.addresses.length === 0 ? 'room.none' : 'room.watching');
}

function bare(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** Asks every few seconds while it is open; the first question begins the waiting anew. */
function useRoomCheck() {
  const [check, setCheck] = useState<RoomCheck | null>(null);
  const [failed, setFailed] = useState(false);
  const take = (answer: Awaited<ReturnType<typeof ask<RoomCheck>>>): void => {
    setFailed(isRefusal(answer));
    if (!isRefusal(answer)) setCheck(answer);
  };
  useEffect(() => {
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (path: string): Promise<void> => {
      const answer = await ask<RoomCheck>('GET', path);
      if (!open) return;
      take(answer);
      timer = setTimeout(() => void look('room'), TIMES.roomCheckMs);
    };
    void look('room?watch=1');
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, []);
  const choose = async (url: string): Promise<void> =>
    take(await ask<RoomCheck>('POST', 'room/address', { url }));
  return { check, failed, choose };
}

function Found(props: { check: RoomCheck; code: string; choose: (url: string) => Promise<void> }) {
  const { check, code, choose } = props;
  const likely = check.addresses.filter((a) => a.likely || a.proved || a.chosen);
  const others = check.addresses.filter((a) => !likely.includes(a));
  const none = !check.addresses.some((a) => a.proved);
  const item = (address: RoomAddress) => (
    <Address key={address.url} address={address} code={code} choose={choose} />
  );
  return (
    <>
      {none && check.waited * 1000 >= TIMES.roomCheckHelpMs && (
        <section class="room-help" aria-labelledby="room-help-title">
          <h3 id="room-help-title">{say('room.help.title')}</h3>
          <ul>
            {HELP.map((key) => (
              <li key={key}>{say(key)}</li>
            ))}
          </ul>
        </section>
      )}
      <ul class="room-list">{likely.map(item)}</ul>
      {others.length > 0 && (
        <details class="room-others">
          <summary>{say('room.unlikely')}</summary>
          <ul class="room-list">{others.map(item)}</ul>
        </details>
      )}
    </>
  );
}

function Address(props: { address: RoomAddress; code: string; choose: (url: string) => Promise<void> }) {
  const { url, adapter, proved, chosen } = props.address;
  const page = `${url}/j${props.code === '' ? '' : `/${props.code}`}`;
  return (
    <li class={proved ? 'room-address room-proved' : 'room-address'}>
      <Qr text={page} label={say('room.qr', { address: bare(url) })} />
      <div class="room-facts">
        <p class="room-adapter">{adapter}</p>
        <p class="room-url">{bare(page)}</p>
        <p class={proved ? 'room-mark good' : 'room-mark soft'}>
          <span aria-hidden="true">{proved ? '✓' : '…'}</span> {say(proved ? 'room.proved' : 'room.waiting')}
        </p>
        {chosen ? (
          <p class="room-chosen">{say('room.chosen')}</p>
        ) : (
          <button type="button" class="button" onClick={() => void props.choose(url)}>
            {say('room.choose')}
          </button>
        )}
      </div>
    </li>
  );
}
