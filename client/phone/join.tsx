/** After a yes: the group, and the separate yes to being quoted. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Info } from '../../core/view.ts';
import { Alert, Button, Choice, Page, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { refusalWord, say } from './words.ts';

/** Which group, or which two; nothing is chosen beforehand. */
export function GroupScreen(props: {
  info: Info;
  chosen: string[];
  choose: (groups: string[]) => void;
  go: () => void;
  back: () => void;
}): JSX.Element {
  const { info, chosen } = props;
  const [problem, setProblem] = useState(false);
  const two = info.twoGroups;
  const valid = chosen.length > 0 && chosen.length <= (two ? 2 : 1);
  const heading = say(two ? 'group.heading.two' : 'group.heading');
  const next = (): void => {
    setProblem(!valid);
    if (valid) props.go();
  };
  return (
    <Page
      step="group"
      title={heading}
      actions={
        <>
          <Button kind="primary" onClick={next}>
            {say('next')}
          </Button>
          <Button onClick={props.back}>{say('back')}</Button>
        </>
      }
    >
      {problem && !valid && <Problem text={say(two ? 'group.error.two' : 'group.error')} target="group-0" />}
      <fieldset>
        <legend class={two ? 'hint' : 'visually-hidden'}>{two ? say('group.hint.two') : heading}</legend>
        {info.groups.map((group, i) => (
          <Choice
            key={group.id}
            id={`group-${i}`}
            type={two ? 'checkbox' : 'radio'}
            name="group"
            checked={chosen.includes(group.id)}
            onChange={(checked) => {
              const others = two ? chosen.filter((id) => id !== group.id) : [];
              props.choose(checked ? [...others, group.id] : others);
            }}
          >
            <span dir="auto">{group.label}</span>
          </Choice>
        ))}
      </fieldset>
    </Page>
  );
}

/** May comments be quoted? Two equal buttons again; either joins. */
export function QuoteScreen(props: {
  phone: Phone;
  join: (quote: boolean) => void;
  back: () => void;
}): JSX.Element {
  const { joining } = props.phone.state;
  const sending = joining === 'sending';
  return (
    <Page
      step="quote"
      title={say('quote.heading')}
      actions={
        sending ? (
          <p>{say('joining')}</p>
        ) : (
          <>
            <div class="pair">
              <Button kind="equal" onClick={() => props.join(true)}>
                {say('yes')}
              </Button>
              <Button kind="equal" onClick={() => props.join(false)}>
                {say('no')}
              </Button>
            </div>
            <Button onClick={props.back}>{say('back')}</Button>
          </>
        )
      }
    >
      <p>{say('quote.text')}</p>
      {joining !== 'no' && !sending && <Alert>{refusalWord(joining)}</Alert>}
    </Page>
  );
}
