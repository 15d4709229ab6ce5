/** Help, complaints and rights, one tap away on every screen that people see. */
import type { JSX } from 'preact';
import type { TabletHello } from '../../core/protocol.ts';
import { Own } from '../phone/help.tsx';
import { Button, Page } from '../phone/parts.tsx';
import { dateWord, say as sayAsPhone } from '../phone/words.ts';
import { say } from './words.ts';

/** What anybody may do with their answers here, and until when. */
export function Rights({ hello: { info, tablet } }: { hello: TabletHello }): JSX.Element {
  const { withdrawUntil } = info;
  const every = tablet.which === 'every';
  return (
    <>
      <ul>
        <li>{sayAsPhone('rights.skip')}</li>
        <li>{say('rights.change')}</li>
        <li>{say('rights.stop')}</li>
        {every ? (
          <>
            <li>
              {withdrawUntil === null
                ? say('rights.cardNow')
                : say('rights.card', { date: dateWord(withdrawUntil) })}
            </li>
            <li>{say('rights.without')}</li>
            {withdrawUntil !== null && <li>{sayAsPhone('rights.published')}</li>}
          </>
        ) : (
          <li>{say('rights.front')}</li>
        )}
      </ul>
      {every && <Own text={info.words.withdrawUntil} />}
      <Own text={info.words.rights} />
    </>
  );
}

export function HelpScreen({ hello, back }: { hello: TabletHello; back: () => void }): JSX.Element {
  const { words, ledBy } = hello.info;
  const part = (name: string, text: string, ask: string): JSX.Element => (
    <>
      <h2>{name}</h2>
      {text === '' ? <p>{ask}</p> : <Own text={text} />}
    </>
  );
  return (
    <Page
      step="help"
      title={sayAsPhone('help.heading')}
      heading={sayAsPhone('help.heading')}
      actions={<Button onClick={back}>{say('help.back')}</Button>}
    >
      {part(sayAsPhone('help.upset'), words.helpFrom, sayAsPhone('help.upset.ask'))}
      {part(sayAsPhone('help.complain'), words.complainTo, sayAsPhone('help.complain.ask'))}
      <h2>{sayAsPhone('help.danger')}</h2>
      <p>{sayAsPhone('safe.danger')}</p>
      {words.dangerTo !== '' && <p dir="auto">{sayAsPhone('safe.dangerTo', { who: words.dangerTo })}</p>}
      {ledBy !== '' && part(sayAsPhone('why.led'), ledBy, '')}
      <h2>{sayAsPhone('help.rights')}</h2>
      <Rights hello={hello} />
    </Page>
  );
}
