/** Leaving: with the answers staying in, or with all of them taken back. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Hello } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import { Alert, Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { refusalWord, say } from './words.ts';

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
        title={say('leave.heading')}
        heading={say('leave.heading')}
        actions={
          <>
            <Button kind="equal" onClick={forget}>
              {say('leave.keep')}
            </Button>
            <Button kind="equal" onClick={() => setStep('sure')}>
              {say('leave.take')}
            </Button>
            <Button onClick={back}>{say('leave.stay')}</Button>
          </>
        }
      >
        <p>{say('leave.text')}</p>
        <p>{say('leave.forgets')}</p>
        {mayHaveCode && (
          <>
            <p>{say('leave.code')}</p>
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
      title={say('leave.sure')}
      heading={say('leave.sure')}
      actions={
        step === 'sending' ? (
          <p>{say('leave.sending')}</p>
        ) : (
          <>
            <Button kind="primary" onClick={take}>
              {say('leave.yes')}
            </Button>
            <Button onClick={() => setStep('choose')}>{say('leave.no')}</Button>
          </>
        )
      }
    >
      <p>{say('leave.all')}</p>
      <p>{say('leave.wall')}</p>
      {step !== 'sure' && step !== 'sending' && <Alert>{refusalWord(step, 'leave.failed')}</Alert>}
    </Page>
  );
}
