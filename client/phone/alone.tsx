/** Would rather talk alone: how to be found, sealed for the lead; or whom to ask, without writing anything. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ALONE_SAFE, ALONE_TEXT, type AloneSafe } from '../../core/alone.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import type { Info } from '../../core/view.ts';
import {
  Covering,
  Field,
  HowItGoes,
  sayAlone,
  Sent,
  useSending,
  useSteps,
  useTyped,
  type Offer,
} from './aloneParts.tsx';
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
  const { step, to, back, backFrom, leave } = useSteps(['start', 'form', 'who']);
  const [typed, type] = useTyped<Typed>(phone, 'talk', NOTHING);
  const { lead, talk } = offer;
  if (hasSent(phone, 'talk'))
    return <Sent phone={phone} kind="talk" offer={offer} until={dateWord(talk)} leave={leave} />;
  if (step === 'form')
    return <Form {...props} typed={typed} type={type} close={back} sent={() => backFrom('form')} />;
  if (step === 'who')
    return (
      <Page
        step="alone-who"
        title={sayAlone('who.heading')}
        heading={sayAlone('who.heading')}
        actions={<Button onClick={back}>{say('back')}</Button>}
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
          <Button kind="equal" onClick={() => to('form')}>
            {sayAlone('talk.write')}
          </Button>
          <Button kind="equal" onClick={() => to('who')}>
            {sayAlone('talk.show')}
          </Button>
          <Button onClick={back}>{say('back')}</Button>
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

interface Typed {
  find: string;
  when: string;
  aloud: AloneSafe | null;
  write: AloneSafe | null;
  yes: boolean;
}

const NOTHING: Typed = { find: '', when: '', aloud: null, write: null, yes: false };

function Form(
  props: AloneProps & { typed: Typed; type: (typed: Typed) => void; close: () => void; sent: () => void },
): JSX.Element {
  const { phone, offer, typed, type } = props;
  const { find, when, aloud, write, yes } = typed;
  const close = (): void => {
    type(NOTHING);
    props.close();
  };
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const [sending, send] = useSending(phone, 'talk', () => {
    type(NOTHING);
    props.sent();
  });
  const { lead } = offer;
  const put =
    <Key extends keyof Typed>(key: Key) =>
    (value: Typed[Key]): void => {
      type({ ...typed, [key]: value });
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
      begun={typed !== NOTHING}
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
        put={put('find')}
      />
      <Field
        id="when"
        label={sayAlone('form.when')}
        hint={sayAlone('form.when.hint')}
        value={when}
        put={put('when')}
        area
      />
      <Radios
        name="aloud"
        legend={sayAlone('form.aloud')}
        answers={ALONE_SAFE}
        word={(answer) => sayAlone(`safe.${answer}`)}
        chosen={aloud}
        choose={put('aloud')}
      />
      <Radios
        name="write"
        legend={sayAlone('form.writing')}
        answers={ALONE_SAFE}
        word={(answer) => sayAlone(`safe.${answer}`)}
        chosen={write}
        choose={put('write')}
      />
      <Choice type="checkbox" name="yes" id="yes" checked={yes} onChange={put('yes')}>
        {sayAlone('form.yes', { lead })}
      </Choice>
    </Covering>
  );
}
