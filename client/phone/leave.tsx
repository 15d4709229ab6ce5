/** Leaving: with the answers staying in, or with all of them taken back. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { speaker } from '../../core/message.ts';
import type { Hello } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import { Alert, Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { LEAVE_EN } from './messages/leave.en.ts';
import { LANG, refusalWord, say } from './words.ts';

const sayLeave = speaker(LEAVE_EN, LANG);

export function LeaveScreen(props: {
  phone: Phone;
  hello: Hello;
  go: (route: string) => void;
  forget: () => void;
}): JSX.Element {
  const { phone, hello, go, forget } = props;
  // A phone that came by a card has its code in hand.
  const mayHaveCode = hello.info.withdrawUntil !== null && hello.me.card !== true;
  const [step, setStep] = useState<'choose' | 'sure' | 'sending' | RefusalCode>('choose');
  const back = (): void => history.back();
  const take = (): void => {
    setStep('sending');
    // Once it is done this page is gone.
    void phone.takeAllBack().then((refused) => refused !== null && setStep(refused.refusal));
  };
  if (step === 'choose')
    return (
      <Page
        step="leave"
        title={sayLeave('leave.heading')}
        heading={sayLeave('leave.heading')}
        actions={
          <>
            <Button kind="equal" onClick={forget}>
              {sayLeave('leave.keep')}
            </Button>
            <Button kind="equal" onClick={() => setStep('sure')}>
              {sayLeave('leave.take')}
            </Button>
            <Button onClick={back}>{sayLeave('leave.stay')}</Button>
          </>
        }
      >
        <p>{sayLeave('leave.text')}</p>
        <p>{sayLeave('leave.forgets')}</p>
        {mayHaveCode && (
          <>
            <p>{sayLeave('leave.code')}</p>
            <Button kind="link" onClick={() => go('later')}>
              {say('later.heading')}
            </Button>
          </>
        )}
      </Page>
    );
  return (
    <Page
      step="leave-sure"
      title={sayLeave('leave.sure')}
      heading={sayLeave('leave.sure')}
      actions={
        step === 'sending' ? (
          <p>{sayLeave('leave.sending')}</p>
        ) : (
          <>
            <Button kind="primary" onClick={take}>
              {sayLeave('leave.yes')}
            </Button>
            <Button onClick={() => setStep('choose')}>{sayLeave('leave.no')}</Button>
          </>
        )
      }
    >
      <p>{sayLeave('leave.all')}</p>
      <p>{sayLeave('leave.wall')}</p>
      {step !== 'sure' && step !== 'sending' && <Alert>{refusalWord(step, sayLeave('leave.failed'))}</Alert>}
    </Page>
  );
}

/** After leaving; nothing is on the phone any more. */
export function LeftScreen({ phone }: { phone: Phone }): JSX.Element {
  const { left } = phone.state;
  return (
    <Page
      step="left"
      title={sayLeave('left.heading')}
      heading={sayLeave('left.heading')}
      actions={<Button onClick={() => phone.forget()}>{sayLeave('left.again')}</Button>}
    >
      {left === 'kept' && <p>{sayLeave('left.kept')}</p>}
      {left === 'taken' && <p>{sayLeave('left.taken')}</p>}
      <p>{sayLeave('left.phone')}</p>
    </Page>
  );
}
