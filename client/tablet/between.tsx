/** What is seen between two people: the start, "Pass it on", and whether anybody is still there. */
import type { JSX } from 'preact';
import type { TabletHello } from '../../core/protocol.ts';
import { Button, Page as Screen } from '../phone/parts.tsx';
import { sayHeard } from '../phone/heardForm.tsx';
import type { Queue } from './queue.ts';
import type { Tablet, TabletUi } from './tablet.ts';
import { say } from './words.ts';

/** Few words that are read from a chair away: large, and in the middle. */
function Page(props: Parameters<typeof Screen>[0]): JSX.Element {
  return (
    <div class="between">
      <Screen {...props} />
    </div>
  );
}

/** The first screen of whoever comes next. With nothing to answer it waits, and goes on by itself. */
export function StartScreen(props: { tablet: Tablet; queue: Queue; hello: TabletHello }): JSX.Element {
  const { tablet, queue, hello } = props;
  const n = queue.waiting();
  const handing = n > 0 && <p class="hint">{say('wait.count', { n })}</p>;
  if (tablet.heardOnly())
    return (
      <Page
        step="start"
        title={sayHeard('heard.heading')}
        heading={sayHeard('heard.heading')}
        eyebrow={hello.info.title}
        actions={
          <Button kind="primary" onClick={() => tablet.begin(true)}>
            {say('start.next')}
          </Button>
        }
      >
        <p>{say('heard.round')}</p>
        {handing}
      </Page>
    );
  if (tablet.boards().length === 0)
    return (
      <Page step="soon" title={say('start.soon')} heading={say('start.soon')}>
        <p role="status">{say('start.soon.text')}</p>
        {handing}
      </Page>
    );
  return (
    <Page
      step="start"
      title={say('start.heading')}
      heading={say('start.heading')}
      eyebrow={hello.info.title}
      actions={
        <>
          <Button kind="primary" onClick={() => tablet.begin(false)}>
            {say('start.next')}
          </Button>
          {hello.tablet.which === 'front' && (
            <Button onClick={() => tablet.begin(true)}>{say('start.again')}</Button>
          )}
        </>
      }
    >
      <p>{say('start.text')}</p>
      {hello.view.state === 'ended' && <p>{say('start.over')}</p>}
      {handing}
    </Page>
  );
}

/**
 * Nothing of what was said is on it, and a no looks much the same. "Saved" is said of what the laptop has, or what
 * is kept on the tablet however it is switched off.
 */
export function SavedScreen({
  passOn,
  queue,
}: {
  passOn: NonNullable<TabletUi['passOn']>;
  queue: Queue;
}): JSX.Element {
  if (passOn.said === 'no')
    return (
      <Page step="no" title={say('no.heading')} heading={say('no.heading')}>
        <p>{say('no.text')}</p>
      </Page>
    );
  const saved = !queue.has(passOn.name) || queue.isKept(passOn.name);
  const kind = saved ? 'saved' : 'sent';
  return (
    <Page step="saved" title={say(`${kind}.heading`)} heading={say(`${kind}.heading`)}>
      <p role="status">{say(`${kind}.text`)}</p>
    </Page>
  );
}

export function IdleScreen({ goOn }: { goOn: () => void }): JSX.Element {
  return (
    <Page
      step="idle"
      title={say('idle.heading')}
      heading={say('idle.heading')}
      actions={
        <Button kind="primary" onClick={goOn}>
          {say('idle.yes')}
        </Button>
      }
    >
      <p role="alert">{say('idle.text')}</p>
    </Page>
  );
}
