/** Would rather talk alone: how to be found, sealed for the lead; or whom to ask, without writing anything. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ALONE_SAFE, ALONE_TEXT, type AloneSafe } from '../../core/alone.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import type { Info } from '../../core/view.ts';
import { Covering, Field, HowItGoes, sayAlone, Sent, useSending, type Offer } from './aloneParts.tsx';
import { hasSent } from './alonePost.ts';
import { Button, Choice, Page, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { Radios } from './radios.tsx';
import { dateWord, refusalWord, say } from './words.ts';
import { TellScreen } from './tell.tsx';

export interface AloneProps {
  phone: Phone;
  info: Info;
  offer: Offer;
}

/** Where somebody is named who reads it; nobody is any more where this is opened late. */
export function AloneScreens(props: { phone: Phone; info: Info; route: string }): JSX.Element {
  const { phone, info, route } = props;
  const offer = info.alone;
  if (offer === null)
    return (
      <Page
        step="alone-none"
        title={sayAlone('talk.heading')}
        heading={sayAlone('talk.heading')}
        actions={<Button onClick={() => history.back()}>{say('back')}</Button>}
      >
        <p>{sayAlone('failed.none')}</p>
      </Page>
    );
  return route === 'told' ? (
    <TellScreen phone={phone} info={info} offer={offer} />
  ) : (
    <AloneScreen phone={phone} info={info} offer={offer} />
  );
}

function AloneScreen(props: AloneProps): JSX.Element {
  const { phone, info, offer } = props;
  const [step, setStep] = useState<'start' | 'form' | 'who'>('start');
  const { lead, talk } = offer;
  if (hasSent('talk')) return <Sent phone={phone} kind="talk" offer={offer} until={dateWord(talk)} />;
  if (step === 'form') return <Form {...props} close={() => setStep('start')} />;
  if (step === 'who')
    return (
      <Page
        step="alone-who"
        title={sayAlone('who.heading')}
        heading={sayAlone('who.heading')}
        actions={<Button onClick={() => setStep('start')}>{say('back')}</Button>}
      >
        <p class="alone-who" dir="auto">
          {info.words.talkTo ?? sayAlone('who.lead', { lead })}
        </p>
        <p>{sayAlone('who.say')}</p>
        <p>{sayAlone('who.nothing')}</p>
      </Page>
    );
  return (
    <Page
      step="alone"
      title={sayAlone('talk.heading')}
      heading={sayAlone('talk.heading')}
      actions={
        <>
          <Button kind="equal" onClick={() => setStep('form')}>
            {sayAlone('talk.write')}
          </Button>
          <Button kind="equal" onClick={() => setStep('who')}>
            {sayAlone('talk.show')}
          </Button>
          <Button onClick={() => history.back()}>{say('back')}</Button>
        </>
      }
    >
      <p>{sayAlone('talk.text')}</p>
      <ul dir="auto">
        <li>{sayAlone('talk.who', { lead })}</li>
        <li>{sayAlone('talk.then', { lead })}</li>
        <li>{sayAlone('talk.apart')}</li>
        <li>{sayAlone('talk.until', { date: dateWord(talk) })}</li>
        <li>{sayAlone('talk.free')}</li>
      </ul>
    </Page>
  );
}

function Form({ phone, offer, close }: AloneProps & { close: () => void }): JSX.Element {
  const [find, setFind] = useState('');
  const [when, setWhen] = useState('');
  const [aloud, setAloud] = useState<AloneSafe | null>(null);
  const [write, setWrite] = useState<AloneSafe | null>(null);
  const [yes, setYes] = useState(false);
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const [sending, send] = useSending(phone, 'talk', close);
  const { lead } = offer;
  const put =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setProblem(null);
    };
  const go = (): void => {
    const [who, where] = [cleanLine(find), cleanText(when)];
    const bad = (text: string, target: string): void => setProblem({ text, target });
    if (who === '') bad(sayAlone('form.find.empty'), 'find');
    else if (who === null || where === null)
      bad(refusalWord('bad-characters'), who === null ? 'find' : 'when');
    else if (codePoints(who) > ALONE_TEXT.find) bad(refusalWord('too-long'), 'find');
    else if (codePoints(where) > ALONE_TEXT.when) bad(refusalWord('too-long'), 'when');
    else if (aloud === null || write === null)
      bad(sayAlone('form.choose'), aloud === null ? 'aloud-1' : 'write-1');
    else if (!yes) bad(sayAlone('form.yes.empty'), 'yes');
    else send({ find: who, when: where, aloud, write });
  };
  return (
    <Covering
      step="alone-form"
      heading={sayAlone('form.heading')}
      actions={
        <>
          <HowItGoes sending={sending} lead={lead} />
          <Button kind="primary" onClick={go}>
            {sayAlone('form.send')}
          </Button>
          <Button onClick={close}>{sayAlone('form.cancel')}</Button>
        </>
      }
    >
      {problem !== null && <Problem {...problem} />}
      <Field
        id="find"
        label={sayAlone('form.find', { lead })}
        hint={sayAlone('form.find.hint')}
        value={find}
        put={put(setFind)}
      />
      <Field
        id="when"
        label={sayAlone('form.when')}
        hint={sayAlone('form.when.hint')}
        value={when}
        put={put(setWhen)}
        area
      />
      <Radios
        name="aloud"
        legend={sayAlone('form.aloud')}
        answers={ALONE_SAFE}
        word={(answer) => sayAlone(`safe.${answer}`)}
        chosen={aloud}
        choose={put(setAloud)}
      />
      <Radios
        name="write"
        legend={sayAlone('form.writing')}
        answers={ALONE_SAFE}
        word={(answer) => sayAlone(`safe.${answer}`)}
        chosen={write}
        choose={put(setWrite)}
      />
      <Choice type="checkbox" name="yes" id="yes" checked={yes} onChange={put(setYes)}>
        {sayAlone('form.yes', { lead })}
      </Choice>
    </Covering>
  );
}
