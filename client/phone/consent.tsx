/** What people are told before they are asked for a yes: one idea a screen. */
import type { JSX } from 'preact';
import type { Info } from '../../core/view.ts';
import { Own, Rights } from './help.tsx';
import { Button, Fact, Page } from './parts.tsx';
import { dateWord, say } from './words.ts';

function Why({ info }: { info: Info }): JSX.Element {
  return (
    <>
      <p class="lead" dir="auto">
        {info.title}
      </p>
      {info.aim === '' ? <p>{say('why.later')}</p> : <Own text={info.aim} />}
      <dl>
        <Fact name={say('why.asked')}>{info.askedBy}</Fact>
        <Fact name={say('why.led')}>{info.ledBy}</Fact>
        <Fact name={say('why.answers')}>{info.answeredBy}</Fact>
        <Fact name={say('why.due')}>{dateWord(info.answerDue)}</Fact>
        <Fact name={say('why.decided')}>{info.decided}</Fact>
        <Fact name={say('why.open')}>{info.open}</Fact>
        <Fact name={say('why.part')}>{info.part}</Fact>
      </dl>
    </>
  );
}

function Kept({ info }: { info: Info }): JSX.Element {
  return (
    <>
      <p>{say('kept.answers')}</p>
      <p>
        {info.keepUntil === null ? say('kept.noDate') : say('kept.until', { date: dateWord(info.keepUntil) })}
      </p>
      <h2>{say('kept.not.heading')}</h2>
      <p>{say('kept.not')}</p>
      <p class="strong">{say(info.mode === 'linked' ? 'kept.linked' : 'kept.unlinked')}</p>
      {info.mode === 'linked' && <p>{say('kept.linked.number')}</p>}
      <p>{say('kept.phone')}</p>
      <Own text={info.words.consent} />
    </>
  );
}

function Guess(): JSX.Element {
  return (
    <>
      <p>{say('guess.room')}</p>
      <p>{say('guess.comment')}</p>
      <p>{say('guess.small')}</p>
      {location.protocol === 'http:' && <p>{say('guess.wifi')}</p>}
    </>
  );
}

function Safe({ info }: { info: Info }): JSX.Element {
  const { dangerTo, helpFrom, complainTo } = info.words;
  return (
    <>
      <p>{say('safe.danger')}</p>
      {dangerTo !== '' && <p dir="auto">{say('safe.dangerTo', { who: dangerTo })}</p>}
      <h2>{say('safe.help')}</h2>
      <p dir="auto">{helpFrom === '' ? say('menu.helpAsk') : say('menu.help', { who: helpFrom })}</p>
      {complainTo !== '' && <p dir="auto">{say('menu.complain', { who: complainTo })}</p>}
    </>
  );
}

function UpToYou({ info }: { info: Info }): JSX.Element {
  return (
    <>
      <p class="strong">{say('rights.no')}</p>
      <Rights info={info} />
    </>
  );
}

const STEPS = [
  { heading: 'why.heading', body: Why },
  { heading: 'kept.heading', body: Kept },
  { heading: 'guess.heading', body: Guess },
  { heading: 'safe.heading', body: Safe },
  { heading: 'rights.heading', body: UpToYou },
] as const;

/** One step of consent; the last leads to the question. `go` moves on, `back` goes back in the history. */
export function ConsentScreen(props: {
  info: Info;
  at: number;
  go: (route: string) => void;
  back: (() => void) | null;
}): JSX.Element {
  const at = Math.min(props.at, STEPS.length - 1);
  const step = STEPS[at] ?? STEPS[0];
  const Body = step.body;
  return (
    <Page
      step={`consent${at}`}
      title={say(step.heading)}
      eyebrow={say('step', { n: at + 1, of: STEPS.length + 1 })}
      actions={
        <>
          <Button kind="primary" onClick={() => props.go(at + 1 === STEPS.length ? 'ask' : `c${at + 1}`)}>
            {say('next')}
          </Button>
          {props.back !== null && <Button onClick={props.back}>{say('back')}</Button>}
        </>
      }
    >
      <Body info={props.info} />
    </Page>
  );
}

/** The question: two buttons of one size and one look. */
export function AskScreen(props: { yes: () => void; no: () => void; back: () => void }): JSX.Element {
  return (
    <Page
      step="ask"
      title={say('ask.heading')}
      eyebrow={say('step', { n: STEPS.length + 1, of: STEPS.length + 1 })}
      actions={
        <>
          <div class="pair">
            <Button kind="equal" onClick={props.yes}>
              {say('yes')}
            </Button>
            <Button kind="equal" onClick={props.no}>
              {say('no')}
            </Button>
          </div>
          <Button onClick={props.back}>{say('back')}</Button>
        </>
      }
    >
      <p>{say('ask.text')}</p>
      <p>{say('ask.once')}</p>
      <p>{say('rights.no')}</p>
    </Page>
  );
}

/** Which language the statements are read in: one button each, named in itself. */
export function LanguageScreen(props: { languages: string[]; choose: (lang: string) => void }): JSX.Element {
  return (
    <Page step="language" title={say('language.heading')}>
      {props.languages.map((lang) => (
        <Button key={lang} kind="equal" onClick={() => props.choose(lang)}>
          <span lang={lang} dir="auto">
            {new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang}
          </span>
        </Button>
      ))}
    </Page>
  );
}
