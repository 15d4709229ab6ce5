/** What whoever takes the tablet is told before they are asked for a yes: one idea a screen, shorter than a phone's. */
import type { JSX } from 'preact';
import type { TabletHello } from '../../core/protocol.ts';
import type { Info } from '../../core/view.ts';
import { Own } from '../phone/help.tsx';
import { Fact } from '../phone/parts.tsx';
import { dateWord, say as sayAsPhone } from '../phone/words.ts';
import { say } from './words.ts';

function Why({ info }: { info: Info }): JSX.Element {
  return (
    <>
      <p class="lead" dir="auto">
        {info.title}
      </p>
      {info.aim === '' ? <p>{sayAsPhone('why.later')}</p> : <Own text={info.aim} />}
      <dl>
        <Fact name={sayAsPhone('why.asked')}>{info.askedBy}</Fact>
        <Fact name={sayAsPhone('why.answers')}>{info.answeredBy}</Fact>
        <Fact name={sayAsPhone('why.due')}>{dateWord(info.answerDue)}</Fact>
        <Fact name={sayAsPhone('why.decided')}>{info.decided}</Fact>
        <Fact name={sayAsPhone('why.open')}>{info.open}</Fact>
        <Fact name={sayAsPhone('why.part')}>{info.part}</Fact>
      </dl>
    </>
  );
}

/** That one number joins all answers is so where one person gives several of them here. */
function Kept({ info, every }: { info: Info; every: boolean }): JSX.Element {
  const joined = info.mode === 'linked' && every;
  return (
    <>
      <p>{sayAsPhone('kept.answers')}</p>
      <p>
        {info.keepUntil === null
          ? sayAsPhone('kept.noDate')
          : sayAsPhone('kept.until', { date: dateWord(info.keepUntil) })}
      </p>
      <h2>{sayAsPhone('kept.not.heading')}</h2>
      <p>{say('kept.not')}</p>
      <p class="strong">{sayAsPhone(info.mode === 'linked' ? 'kept.linked' : 'kept.unlinked')}</p>
      {joined && <p>{sayAsPhone('kept.linked.number')}</p>}
      <p>{say('kept.tablet')}</p>
      <Own text={info.words.consent} />
    </>
  );
}

function Guess(): JSX.Element {
  return (
    <>
      <p>{sayAsPhone('guess.room')}</p>
      <p>{sayAsPhone('guess.comment')}</p>
      <p>{sayAsPhone('guess.small')}</p>
    </>
  );
}

function Safe({ info }: { info: Info }): JSX.Element {
  const { dangerTo, helpFrom, complainTo } = info.words;
  return (
    <>
      <p>{sayAsPhone('safe.danger')}</p>
      {dangerTo !== '' && <p dir="auto">{sayAsPhone('safe.dangerTo', { who: dangerTo })}</p>}
      <h2>{sayAsPhone('safe.help')}</h2>
      <p dir="auto">
        {helpFrom === '' ? sayAsPhone('menu.helpAsk') : sayAsPhone('menu.help', { who: helpFrom })}
      </p>
      {complainTo !== '' && <p dir="auto">{sayAsPhone('menu.complain', { who: complainTo })}</p>}
    </>
  );
}

/** What is told at one of the four steps. */
export function Told({
  step,
  hello,
}: {
  step: 'why' | 'kept' | 'guess' | 'safe';
  hello: TabletHello;
}): JSX.Element {
  const { info, tablet } = hello;
  switch (step) {
    case 'why':
      return <Why info={info} />;
    case 'kept':
      return <Kept info={info} every={tablet.which === 'every'} />;
    case 'guess':
      return <Guess />;
    case 'safe':
      return <Safe info={info} />;
  }
}
