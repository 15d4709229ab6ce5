/** Before there is a session: the code box, and the pages shown while it is being found. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readCode, showCode } from '../../core/id.ts';
import { Button, CodeInput, Page, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { refusalWord, say } from './words.ts';

/** Asks for the code as it is typed; keeps it in the box when it is wrong. */
export function CodeScreen(props: {
  phone: Phone;
  onCode: (code: string) => void;
  go: (route: string) => void;
}): JSX.Element {
  const { code, refused } = props.phone.state;
  const [text, setText] = useState(code ?? '');
  const [bad, setBad] = useState(false);
  const wrong = refused === null ? null : say('code.wrong', { code: showCode(code ?? '') });
  const problem = bad ? say('code.form') : wrong;
  const join = (event: Event): void => {
    event.preventDefault();
    const read = readCode(text);
    setBad(read === null);
    if (read !== null) props.onCode(read);
  };
  return (
    <form onSubmit={join} novalidate class="fill">
      <Page
        step="code"
        title={say('code.heading')}
        actions={<button class="primary">{say('code.join')}</button>}
      >
        {problem !== null && <Problem text={problem} target="code" />}
        <CodeInput
          id="code"
          label={say('code.label')}
          hint={say('code.hint')}
          text={text}
          set={setText}
          wrong={problem !== null}
          most={20}
        />
        <Button kind="link" onClick={() => props.go('return')}>
          {say('return.link')}
        </Button>
      </Page>
    </form>
  );
}

/** The session is being found, or cannot be. */
export function FindScreen({ slow }: { slow: boolean }): JSX.Element {
  return (
    <Page step="find" title={say('find.heading')}>
      <p>{say(slow ? 'find.lost' : 'find.text')}</p>
    </Page>
  );
}

/** The line was refused for another reason than the code. */
export function RefusedScreen({ phone }: { phone: Phone }): JSX.Element {
  const { code, refused } = phone.state;
  return (
    <Page
      step="refused"
      title={say('refused.heading')}
      actions={
        <Button kind="primary" onClick={() => phone.open(code ?? '')}>
          {say('joining.again')}
        </Button>
      }
    >
      <p>{refusalWord(refused ?? 'fault')}</p>
    </Page>
  );
}

/** The session goes on in another tab, and this one waits for a tap. */
export function ElsewhereScreen({ phone }: { phone: Phone }): JSX.Element {
  return (
    <Page
      step="elsewhere"
      title={say('elsewhere.heading')}
      actions={
        <Button kind="primary" onClick={() => phone.open(phone.state.code ?? '')}>
          {say('elsewhere.button')}
        </Button>
      }
    />
  );
}

/** The server has been renewed since this page was loaded. */
export function OldScreen(): JSX.Element {
  return (
    <Page
      step="old"
      title={say('old.heading')}
      actions={
        <Button kind="primary" onClick={() => location.reload()}>
          {say('old.button')}
        </Button>
      }
    />
  );
}
