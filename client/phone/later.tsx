/** Codes for later: getting one, making a card one's own, and coming with one on any phone. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readLaterCode, showLaterCode } from '../../core/id.ts';
import { speaker } from '../../core/message.ts';
import type { Hello } from '../../core/protocol.ts';
import { isRefusal, type RefusalCode } from '../../core/refusal.ts';
import { Alert, Button, CodeInput, Page, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { LATER_EN } from './messages/later.en.ts';
import { dateWord, LANG, refusalWord, say } from './words.ts';

const sayLater = speaker(LATER_EN, LANG);

/** What a refusal of a code tells; others have their words in the phone's own catalogue. */
function told(code: RefusalCode): string {
  const key = `refusal.${code}`;
  return key in LATER_EN ? sayLater(key as 'refusal.code-unknown') : refusalWord(code);
}

/** A box for twelve symbols; keeps what was typed when it is wrong. */
function CodeBox(props: {
  label: string;
  hint: string;
  button: string;
  problem: string | null;
  enter: (code: string) => void;
}): JSX.Element {
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const problem = bad ? sayLater('later.form') : props.problem;
  return (
    <form
      novalidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const code = readLaterCode(text);
        setBad(code === null);
        if (code !== null) props.enter(code);
      }}
    >
      {problem !== null && <Problem text={problem} target="later" />}
      <CodeInput
        id="later"
        label={props.label}
        hint={props.hint}
        text={text}
        set={setText}
        wrong={problem !== null}
        most={30}
      />
      <button class="primary">{props.button}</button>
    </form>
  );
}

const back = <Button onClick={() => history.back()}>{say('back')}</Button>;

/** A code of one's own, shown once. */
export function LaterScreen({ phone, hello }: { phone: Phone; hello: Hello }): JSX.Element {
  const [code, setCode] = useState<string | null>(null);
  const [card, setCard] = useState<'no' | 'typing' | 'mine'>('no');
  const [problem, setProblem] = useState<string | null>(null);
  const ask = (typed?: string): void => {
    void phone.code(typed).then((answer) => {
      if (isRefusal(answer)) setProblem(told(answer.refusal));
      else if (typed === undefined) setCode(answer.code);
      else setCard('mine');
    });
  };
  const until = hello.info.withdrawUntil;
  if (hello.me.card === true)
    return (
      <Page step="later-back" title={say('later.heading')} heading={say('later.heading')} actions={back}>
        <p>{sayLater('later.card.back')}</p>
      </Page>
    );
  if (code !== null)
    return (
      <Page
        step="later-code"
        title={sayLater('later.yours')}
        heading={sayLater('later.yours')}
        actions={back}
      >
        <p class="big-code">{showLaterCode(code)}</p>
        <p class="strong">{sayLater('later.note')}</p>
        <p dir="auto">{sayLater('later.where', { address: `${location.host}/j` })}</p>
        {until !== null && <p>{sayLater('later.after')}</p>}
        <p>{sayLater('later.secret')}</p>
      </Page>
    );
  return (
    <Page
      step={`later-${card}`}
      title={say('later.heading')}
      heading={say('later.heading')}
      actions={
        <>
          {card === 'no' && (
            <>
              <Button kind="primary" onClick={() => ask()}>
                {sayLater('later.make')}
              </Button>
              <Button onClick={() => setCard('typing')}>{sayLater('later.card')}</Button>
            </>
          )}
          {back}
        </>
      }
    >
      {card === 'mine' ? (
        <p>{sayLater('later.card.mine')}</p>
      ) : (
        <>
          <p>{sayLater('later.text')}</p>
          <p>{until === null ? say('rights.onlyNow') : sayLater('later.until', { date: dateWord(until) })}</p>
        </>
      )}
      {card === 'typing' && (
        <CodeBox
          label={sayLater('later.card.label')}
          hint={sayLater('later.hint')}
          button={sayLater('later.card.use')}
          problem={problem}
          enter={ask}
        />
      )}
      {card === 'no' && problem !== null && <Alert>{problem}</Alert>}
    </Page>
  );
}

/** The card that was typed before the yes is not this person's: they check the code, or go on without. */
export function CardScreen({ phone, refused }: { phone: Phone; refused: RefusalCode }): JSX.Element {
  const [problem, setProblem] = useState(told(refused));
  const enter = (code: string): void => {
    void phone.code(code).then((answer) => isRefusal(answer) && setProblem(told(answer.refusal)));
  };
  return (
    <Page
      step="later-refused"
      title={sayLater('later.refused')}
      heading={sayLater('later.refused')}
      actions={<Button onClick={() => phone.withoutCard()}>{sayLater('later.without')}</Button>}
    >
      <p>{sayLater('later.refused.text')}</p>
      <CodeBox
        label={sayLater('later.card.label')}
        hint={sayLater('later.hint')}
        button={sayLater('later.card.use')}
        problem={problem}
        enter={enter}
      />
    </Page>
  );
}

/** Coming with a code from before: on in the session, or taking answers out of one that is over. */
export function ReturnScreen({ phone, open }: { phone: Phone; open: (join: string) => void }): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const enter = (code: string): void => {
    void phone.comeBack(code).then((answer) => {
      if (isRefusal(answer)) setProblem(told(answer.refusal));
      else if (answer.is === 'sealed') setOver({ code, ...answer });
      else if (answer.is === 'removed') setOver({ code, title: null, until: answer.until });
      else open(answer.join);
    });
  };
  if (over !== null) return <OverScreen phone={phone} {...over} />;
  return (
    <Page
      step="return"
      title={sayLater('return.heading')}
      heading={sayLater('return.heading')}
      actions={back}
    >
      <CodeBox
        label={sayLater('return.label')}
        hint={sayLater('later.hint')}
        button={sayLater('return.go')}
        problem={problem}
        enter={enter}
      />
    </Page>
  );
}

type Out = 'choose' | 'all' | 'quote';

interface Over {
  code: string;
  /** Null: the session was removed from the laptop. */
  title: string | null;
  until: string;
}

/** What can still be done with the answers in a session that is over. */
function OverScreen(props: Over & { phone: Phone }): JSX.Element {
  const here = props.title !== null;
  const [sure, setSure] = useState<Out>('choose');
  const [done, setDone] = useState<Out>('choose');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (what: 'all' | 'quote'): void => {
    void props.phone.takeOut(props.code, what).then((answer) => {
      setSure('choose');
      setProblem(isRefusal(answer) ? told(answer.refusal) : null);
      if (!isRefusal(answer)) setDone(what);
    });
  };
  if (done === 'all') {
    const words = sayLater(here ? 'out.done' : 'removed.done');
    return <Page step="out-done" title={words} heading={words} actions={back} />;
  }
  if (sure === 'all')
    return (
      <Page
        step="out-sure"
        title={sayLater('out.sure')}
        heading={sayLater('out.sure')}
        actions={
          <>
            <Button kind="primary" onClick={() => take('all')}>
              {sayLater('out.yes')}
            </Button>
            <Button onClick={() => setSure('choose')}>{sayLater('out.no')}</Button>
          </>
        }
      >
        <p>{sayLater('out.deletes')}</p>
      </Page>
    );
  return (
    <Page
      step={`out-${done}`}
      title={sayLater(here ? 'out.heading' : 'removed.heading')}
      heading={sayLater(here ? 'out.heading' : 'removed.heading')}
      actions={
        <>
          <Button kind="equal" onClick={() => setSure('all')}>
            {sayLater('out.all')}
          </Button>
          {done === 'choose' && (
            <Button kind="equal" onClick={() => take('quote')}>
              {sayLater('out.quote')}
            </Button>
          )}
          {back}
        </>
      }
    >
      {here && (
        <p class="lead" dir="auto">
          {props.title}
        </p>
      )}
      <p>{sayLater(here ? 'out.until' : 'removed.until', { date: dateWord(props.until) })}</p>
      {done === 'quote' && <p role="status">{sayLater(here ? 'out.unquoted' : 'removed.unquoted')}</p>}
      {problem !== null && <Alert>{problem}</Alert>}
    </Page>
  );
}
