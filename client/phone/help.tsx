/** Help, complaints and rights: one tap away on every screen, before the yes and after the end. */
import type { JSX } from 'preact';
import type { Info } from '../../core/view.ts';
import { Button, Page } from './parts.tsx';
import { dateWord, say } from './words.ts';

/** Own paragraphs of a consultation, as they were written. */
export function Own({ text }: { text: string }): JSX.Element | null {
  return text === '' ? null : (
    <p dir="auto" class="pre">
      {text}
    </p>
  );
}

/** What anybody may do with their answers, and until when. The same before the yes and on the page of help. */
export function Rights({ info }: { info: Info }): JSX.Element {
  const { withdrawUntil } = info;
  return (
    <>
      <ul>
        <li>{say('rights.skip')}</li>
        <li>{say('rights.change')}</li>
        <li>{say('rights.leave')}</li>
        <li>{say('rights.quote')}</li>
      </ul>
      {withdrawUntil === null ? (
        <p>{say('rights.onlyNow')}</p>
      ) : (
        <>
          <p>{say('rights.later', { date: dateWord(withdrawUntil) })}</p>
          <p>{say('rights.published')}</p>
          <p>{say('rights.laterEnd')}</p>
        </>
      )}
      <Own text={info.words.withdrawUntil} />
      <Own text={info.words.rights} />
    </>
  );
}

function Part({ name, text, ask }: { name: string; text: string; ask: string }): JSX.Element {
  return (
    <>
      <h2>{name}</h2>
      {text === '' ? <p>{ask}</p> : <Own text={text} />}
    </>
  );
}

/** @param props.info null while this phone is in no session */
export function HelpScreen({ info }: { info: Info | null }): JSX.Element {
  return (
    <Page
      step="help"
      title={say('help.heading')}
      actions={<Button onClick={() => history.back()}>{say('help.back')}</Button>}
    >
      {info === null ? (
        <p>{say('help.none')}</p>
      ) : (
        <>
          <Part name={say('help.upset')} text={info.words.helpFrom} ask={say('help.upset.ask')} />
          <Part name={say('help.complain')} text={info.words.complainTo} ask={say('help.complain.ask')} />
          <h2>{say('help.danger')}</h2>
          <p>{say('safe.danger')}</p>
          {info.words.dangerTo !== '' && (
            <p dir="auto">{say('safe.dangerTo', { who: info.words.dangerTo })}</p>
          )}
          {info.ledBy !== '' && <Part name={say('why.led')} text={info.ledBy} ask="" />}
          <h2>{say('help.rights')}</h2>
          <Rights info={info} />
        </>
      )}
    </Page>
  );
}
