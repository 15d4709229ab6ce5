/** How somebody wants to hear what became of it: with everybody, or alone where that is safe. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ALONE_SAFE, ALONE_TEXT, type TellWish } from '../../core/alone.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import type { AloneProps } from './alone.tsx';
import { Covering, Field, HowItGoes, sayAlone, Sent, useSending, useSteps, useTyped } from './aloneParts.tsx';
import { hasSent } from './alonePost.ts';
import { Button, Page, Problem } from './parts.tsx';
import { Radios } from './radios.tsx';
import { dateWord, refusalWord, say } from './words.ts';

export function TellScreen(props: AloneProps): JSX.Element {
  const { phone, info, offer } = props;
  const { step, to, back, backFrom, leave } = useSteps(['start', 'usual', 'safe', 'unsafe', 'form']);
  const [typed, type] = useTyped<Typed>(phone, 'told', NOTHING);
  const { lead } = offer;
  const until = dateWord(offer.told);
  if (hasSent(phone, 'told'))
    return <Sent phone={phone} kind="told" offer={offer} until={until} leave={leave} />;
  const goBack = <Button onClick={back}>{say('back')}</Button>;
  const done = (
    <>
      <Button kind="primary" onClick={leave}>
        {sayAlone('sent.done')}
      </Button>
      {goBack}
    </>
  );
  switch (step) {
    case 'form':
      return (
        <Form {...props} until={until} typed={typed} type={type} close={back} sent={() => backFrom('form')} />
      );
    case 'usual':
      return (
        <Page
          step="tell-usual"
          title={sayAlone('usual.heading')}
          heading={sayAlone('usual.heading')}
          actions={done}
        >
          <p>{sayAlone('usual.text')}</p>
        </Page>
      );
    case 'safe':
      return (
        <Page
          step="tell-safe"
          title={sayAlone('safe.heading')}
          heading={sayAlone('safe.question')}
          actions={
            <>
              {ALONE_SAFE.map((answer) => (
                <Button key={answer} kind="equal" onClick={() => to(answer === 'yes' ? 'form' : 'unsafe')}>
                  {sayAlone(`safe.${answer}`)}
                </Button>
              ))}
              {goBack}
            </>
          }
        >
          <p>{sayAlone('safe.hint')}</p>
        </Page>
      );
    case 'unsafe':
      return (
        <Page
          step="tell-unsafe"
          title={sayAlone('unsafe.heading')}
          heading={sayAlone('unsafe.heading')}
          actions={done}
        >
          <p>{sayAlone('unsafe.text')}</p>
          <ul dir="auto">
            <li>{sayAlone('unsafe.poster')}</li>
            <li>{sayAlone('unsafe.ask', { who: info.words.talkTo ?? lead })}</li>
            <li>{sayAlone('unsafe.trust')}</li>
          </ul>
        </Page>
      );
    case 'start':
      return (
        <Page
          step="tell"
          title={sayAlone('tell.heading')}
          heading={sayAlone('tell.heading')}
          actions={
            <>
              <Button kind="equal" onClick={() => to('usual')}>
                {sayAlone('tell.usual')}
              </Button>
              <Button kind="equal" onClick={() => to('safe')}>
                {sayAlone('tell.alone')}
              </Button>
              {goBack}
            </>
          }
        >
          <p>{sayAlone('tell.text')}</p>
        </Page>
      );
  }
}

interface Typed {
  how: TellWish['how'] | null;
  where: string;
}

const NOTHING: Typed = { how: null, where: '' };

function Form(
  props: AloneProps & {
    until: string;
    typed: Typed;
    type: (typed: Typed) => void;
    close: () => void;
    sent: () => void;
  },
): JSX.Element {
  const { phone, offer, until, typed, type } = props;
  const { how, where } = typed;
  const close = (): void => {
    type(NOTHING);
    props.close();
  };
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const [sending, send] = useSending(phone, 'told', () => {
    type(NOTHING);
    props.sent();
  });
  const { lead } = offer;
  const go = (): void => {
    const text = cleanText(where);
    if (how === null) setProblem({ text: sayAlone('where.how.empty'), target: 'how-1' });
    else if (text === '') setProblem({ text: sayAlone('where.where.empty'), target: 'where' });
    else if (text === null) setProblem({ text: refusalWord('bad-characters'), target: 'where' });
    else if (codePoints(text) > ALONE_TEXT.where)
      setProblem({ text: refusalWord('too-long'), target: 'where' });
    else send({ how, where: text });
  };
  return (
    <Covering
      begun={typed !== NOTHING}
      step="tell-form"
      heading={sayAlone('where.heading')}
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
      <Radios
        name="how"
        legend={sayAlone('where.how', { lead })}
        answers={['speak', 'write'] as const}
        word={(answer) => sayAlone(`where.${answer}`)}
        chosen={how}
        choose={(answer) => {
          type({ ...typed, how: answer });
          setProblem(null);
        }}
      />
      <Field
        id="where"
        label={sayAlone('where.where')}
        hint={sayAlone('where.where.hint', { lead })}
        value={where}
        put={(text) => {
          type({ ...typed, where: text });
          setProblem(null);
        }}
        area
      />
      <p class="hint">{sayAlone('where.kept', { date: until })}</p>
    </Covering>
  );
}
