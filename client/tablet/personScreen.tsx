/** The screens of whoever has the tablet in their hands, from the language to handing in. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { TabletHello } from '../../core/protocol.ts';
import { LanguageScreen } from '../phone/consent.tsx';
import { GroupScreen } from '../phone/join.tsx';
import { Button, Page } from '../phone/parts.tsx';
import { say as sayAsPhone } from '../phone/words.ts';
import { BoardScreen } from './board.tsx';
import { CardScreen, EndScreen } from './end.tsx';
import { HeardScreen } from './heard.tsx';
import { Rights } from './help.tsx';
import { stepOf, type Person } from './person.ts';
import type { Tablet } from './tablet.ts';
import { Told } from './told.tsx';
import { say } from './words.ts';

interface Props {
  tablet: Tablet;
  hello: TabletHello;
  person: Person;
}

export function PersonScreen(props: Props): JSX.Element {
  const { tablet, hello, person } = props;
  const { info } = hello;
  switch (person.step) {
    case 'language':
      return (
        <LanguageScreen
          languages={info.languages}
          choose={(lang) => {
            tablet.choose({ lang });
            tablet.next();
          }}
        />
      );
    case 'why':
    case 'kept':
    case 'guess':
    case 'safe':
      return <ToldScreen {...props} step={person.step} />;
    case 'ask':
      return <AskScreen {...props} />;
    case 'group':
      return (
        <GroupScreen
          info={info}
          chosen={person.groups}
          choose={(groups) => tablet.choose({ groups })}
          go={tablet.next}
          back={tablet.back}
        />
      );
    case 'quote':
      return <QuoteScreen tablet={tablet} />;
    case 'board':
      return <AtBoard {...props} />;
    case 'heard':
      return <HeardScreen {...props} />;
    case 'end':
      return <EndScreen {...props} />;
    case 'card':
      return <CardScreen {...props} />;
  }
}

/** The board in hand; with none open yet the screen waits for one. */
function AtBoard(props: Props): JSX.Element {
  const { tablet, person } = props;
  const boards = tablet.boards();
  const board = boards.find((b) => b.n === person.at);
  const lost = board === undefined && boards.length > 0;
  useEffect(() => {
    if (lost) tablet.next();
  }, [lost]);
  if (board !== undefined) return <BoardScreen key={board.n} {...props} board={board} />;
  return (
    <Page
      step="soon"
      title={say('board.soon')}
      heading={say('board.soon')}
      actions={<Button onClick={tablet.back}>{sayAsPhone('back')}</Button>}
    >
      <p role="status">{say('start.soon.text')}</p>
    </Page>
  );
}

function eyebrowOf({ person }: Props): string | undefined {
  const at = stepOf(person);
  return at === null ? undefined : sayAsPhone('step', at);
}

function ToldScreen(props: Props & { step: 'why' | 'kept' | 'guess' | 'safe' }): JSX.Element {
  const { tablet, hello, step } = props;
  const heading = sayAsPhone(`${step}.heading`);
  return (
    <Page
      step={step}
      title={heading}
      heading={heading}
      eyebrow={eyebrowOf(props)}
      actions={
        <>
          <Button kind="primary" onClick={tablet.next}>
            {sayAsPhone('next')}
          </Button>
          <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
        </>
      }
    >
      <Told step={step} hello={hello} />
    </Page>
  );
}

/** The question: two buttons of one size and one look, under what anybody may do. */
function AskScreen(props: Props): JSX.Element {
  const { tablet, hello } = props;
  return (
    <Page
      step="ask"
      title={sayAsPhone('ask.heading')}
      heading={sayAsPhone('ask.heading')}
      eyebrow={eyebrowOf(props)}
      actions={
        <>
          <div class="pair">
            <Button kind="equal" onClick={tablet.next}>
              {sayAsPhone('yes')}
            </Button>
            <Button kind="equal" onClick={tablet.no}>
              {sayAsPhone('no')}
            </Button>
          </div>
          <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
        </>
      }
    >
      <p>{sayAsPhone('ask.text')}</p>
      <p>{say(hello.tablet.which === 'every' ? 'ask.once' : 'ask.once.front')}</p>
      <p class="strong">{sayAsPhone('rights.no')}</p>
      <Rights hello={hello} />
    </Page>
  );
}

function QuoteScreen({ tablet }: { tablet: Tablet }): JSX.Element {
  const choose = (quote: boolean): void => {
    tablet.choose({ quote });
    tablet.next();
  };
  return (
    <Page
      step="quote"
      title={sayAsPhone('quote.heading')}
      heading={sayAsPhone('quote.heading')}
      actions={
        <>
          <div class="pair">
            <Button kind="equal" onClick={() => choose(true)}>
              {sayAsPhone('yes')}
            </Button>
            <Button kind="equal" onClick={() => choose(false)}>
              {sayAsPhone('no')}
            </Button>
          </div>
          <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
        </>
      }
    >
      <p>{sayAsPhone('quote.text')}</p>
    </Page>
  );
}
