/** How somebody wants to hear what became of it: with everybody, or alone where that is safe. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ALONE_SAFE, ALONE_TEXT, type TellWish } from '../../core/alone.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import type { AloneProps } from './alone.tsx';
import { Covering, Field, HowItGoes, sayAlone, Sent, useSending } from './aloneParts.tsx';
import { hasSent } from './alonePost.ts';
import { Button, Page, Problem } from './parts.tsx';
import { Radios } from './radios.tsx';
import { dateWord, refusalWord, say } from './words.ts';

export function TellScreen(props: AloneProps): JSX.Element {
  const { phone, info, offer } = props;
  const [step, setStep] = useState<'start' | 'usual' | 'safe' | 'unsafe' | 'form'>('start');
  const { lead } = offer;
  const until = dateWord(offer.told);
  if (hasSent('told')) return <Sent phone={phone} kind="told" offer={offer} until={until} />;
  const leave = <Button onClick={() => history.back()}>{say('back')}</Button>;
  const toStart = <Button onClick={() => setStep('start')}>{say('back')}</Button>;
  const done = (
    <>
      <Button kind="primary" onClick={() => history.back()}>
        {sayAlone('sent.done')}
      </Button>
      {toStart}
    </>
  );
  switch (step) {
    case 'form':
      return <Form {...props} until={until} close={() => setStep('start')} />;
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
                <Button
                  key={answer}
                  kind="equal"
                  onClick={() => setStep(answer === 'yes' ? 'form' : 'unsafe')}
                >
                  {sayAlone(`safe.${answer}`)}
                </Button>
              ))}
              {toStart}
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
              <Button kind="equal" onClick={() => setStep('usual')}>
                {sayAlone('tell.usual')}
              </Button>
              <Button kind="equal" onClick={() => setStep('safe')}>
                {sayAlone('tell.alone')}
              </Button>
              {leave}
            </>
          }
        >
          <p>{sayAlone('tell.text')}</p>
        </Page>
      );
  }
}

function Form({
  phone,
  offer,
  until,
  close,
}: AloneProps & { until: string; close: () => void }): JSX.Element {
  const [how, setHow] = useState<TellWish['how'] | null>(null);
  const [where, setWhere] = useState('');
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const [sending, send] = useSending(phone, 'told', close);
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
          setHow(answer);
          setProblem(null);
        }}
      />
      <Field
        id="where"
        label={sayAlone('where.where')}
        hint={sayAlone('where.where.hint', { lead })}
        value={where}
        put={(text) => {
          setWhere(text);
          setProblem(null);
        }}
        area
      />
      <p class="hint">{sayAlone('where.kept', { date: until })}</p>
    </Covering>
  );
}
