/** The two ticks beside a case study: the person's own yes, and a second reader's. Both are to the words as they stand. */
import { useId, useState } from 'preact/hooks';
import { openSigns } from '../../../core/caseStudies/signs.ts';
import { groupCalled, readOf, sameReader, yesOf } from '../../../core/caseStudies/publish.ts';
import { withinLimit } from '../../../core/caseStudies/ticks.ts';
import type { YesHow } from '../../../core/caseStudies/types.ts';
import { LIMITS } from '../../../core/limits.ts';
import { typedLine } from '../talk/typed.ts';
import { useUnsaved } from '../useUnsaved.ts';
import { sayDate } from '../words.ts';
import { Draft } from './draft.tsx';
import type { StudyProps } from './study.tsx';
import { say } from './words.ts';

const NO_YES = { yesTo: '', yesDay: '', yesHow: '', yesGroup: '' } as const;
const NO_READ = { readTo: '', reader: '', readDay: '', readGroup: '' } as const;

export function YesTick({ desk, study, about, consultation }: StudyProps & { consultation: string }) {
  const [chosen, setChosen] = useState<{ how: YesHow; to: string }>({ how: '', to: '' });
  const [day, setDay] = useState(about.today);
  const name = useId();
  const { id, yesTo, yesDay, yesHow, yesGroup, version } = study;
  // To other words, as another window makes them, nothing was chosen.
  const how = chosen.to === version ? chosen.how : '';
  const is = yesOf(study, about.groups);
  const was = { yesTo, yesDay, yesHow, yesGroup };
  const tick = (set: typeof was): void => desk.perform([{ of: 'caseStudy', key: id, was, set }]);
  return (
    <section class="study-card">
      <h2>{say('yes')}</h2>
      {is === 'stands' ? (
        <>
          <p class="good">✓ {say(yesHow === 'heard' ? 'yes.heard' : 'yes.read', { day: sayDate(yesDay) })}</p>
          <button type="button" class="button small" onClick={() => tick(NO_YES)}>
            {say('yes.back')}
          </button>
        </>
      ) : (
        <>
          <p class={is === 'none' ? 'soft' : 'caution'} dir="auto">
            {is === 'none'
              ? say('yes.none')
              : is === 'old'
                ? say('yes.old', { day: sayDate(yesDay) })
                : is === 'unnamed'
                  ? say('yes.unnamed', { day: sayDate(yesDay) })
                  : say('yes.renamed', { day: sayDate(yesDay), was: yesGroup })}
          </p>
          <Draft study={study} consultation={consultation} signs={openSigns(study, about.lists).length} />
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              const called = groupCalled(study.group, about.groups);
              if (how !== '' && day !== '')
                tick({ yesTo: version, yesDay: day, yesHow: how, yesGroup: called });
            }}
          >
            <fieldset class="choices study-how">
              <legend>{say('yes.how')}</legend>
              {(['heard', 'read'] as const).map((one) => (
                <label key={one} class="choice">
                  <input
                    type="radio"
                    name={name}
                    checked={how === one}
                    onChange={() => setChosen({ how: one, to: version })}
                  />
                  {say(`yes.how.${one}`)}
                </label>
              ))}
            </fieldset>
            <Day label={say('yes.day')} value={day} most={about.today} choose={setDay} />
            <button type="submit" class="button" disabled={how === '' || day === '' || study.text === ''}>
              {say('yes.do')}
            </button>
          </form>
        </>
      )}
    </section>
  );
}

export function ReaderTick({ desk, study, about }: StudyProps) {
  /** Null: nothing was put in since the last tick. What is ticked, taken back or undone is not typed. */
  const [typed, setTyped] = useState<string | null>(null);
  const [day, setDay] = useState(about.today);
  const { id, readTo, reader, readDay, readGroup, knownTo, version } = study;
  const who = typed ?? reader;
  /** The words that stood as it was typed. */
  const [on, setOn] = useState(version);
  const moved = typed !== null && on !== version;
  const is = readOf(study, about.groups);
  const was = { readTo, reader, readDay, readGroup };
  useUnsaved(is !== 'stands' && is !== 'known' && who.trim() !== '' && who !== reader);
  const label = typedLine(who)?.trim() ?? '';
  const same = label !== '' && sameReader({ writer: study.writer, reader: label });
  const tick = (set: typeof was): void => desk.perform([{ of: 'caseStudy', key: id, was, set }]);
  const recognise = (): void => {
    const set = { knownTo: withinLimit([...knownTo, version], version) };
    desk.perform([{ of: 'caseStudy', key: id, was: { knownTo }, set }]);
    setTyped(null);
  };
  return (
    <section class="study-card">
      <h2>{say('read')}</h2>
      {is === 'stands' ? (
        <>
          <p class="good" dir="auto">
            ✓ {say('read.stands', { day: sayDate(readDay), who: reader })}
          </p>
          <button type="button" class="button small" onClick={() => tick(NO_READ)}>
            {say('read.back')}
          </button>
        </>
      ) : is === 'known' ? (
        <p class="bad" role="alert">
          {say('read.known')} {say('read.change')}
        </p>
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (label === '' || same || moved || day === '') return;
            const called = groupCalled(study.group, about.groups);
            tick({ readTo: version, reader: label, readDay: day, readGroup: called });
            setTyped(null);
          }}
        >
          {is === 'old' && (
            <p class="caution" dir="auto">
              {say('read.old', { who: reader, day: sayDate(readDay) })}
            </p>
          )}
          {is === 'renamed' && (
            <p class="caution" dir="auto">
              {say('read.renamed', { who: reader, day: sayDate(readDay), was: readGroup })}
            </p>
          )}
          {is === 'unnamed' && (
            <p class="caution" dir="auto">
              {say('read.unnamed', { who: reader, day: sayDate(readDay) })}
            </p>
          )}
          <p class="study-question">{say('read.question')}</p>
          <p class="soft">{say('read.hint')}</p>
          <label class="field">
            <span>{say('read.who')}</span>
            <span class="hint">{say('read.who.hint')}</span>
            <input
              type="text"
              dir="auto"
              maxLength={LIMITS.label}
              value={who}
              onInput={(event) => {
                if (typed === null) setOn(version);
                setTyped(event.currentTarget.value);
              }}
            />
          </label>
          <Day label={say('yes.day')} value={day} most={about.today} choose={setDay} />
          {moved && (
            <p class="caution" role="alert">
              {say('read.moved')}{' '}
              <button type="button" class="button small" onClick={() => setOn(version)}>
                {say('read.again')}
              </button>
            </p>
          )}
          {same && (
            <p class="bad" role="alert">
              {say('read.same')}
            </p>
          )}
          <div class="row">
            <button
              type="submit"
              class="button"
              disabled={label === '' || same || moved || day === '' || study.text === ''}
            >
              {say('read.no')}
            </button>
            <button type="button" class="button" disabled={study.text === ''} onClick={() => recognise()}>
              {say('read.yes')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Day(props: { label: string; value: string; most: string; choose: (day: string) => void }) {
  return (
    <label class="field study-day">
      <span>{props.label}</span>
      <input
        type="date"
        max={props.most}
        value={props.value}
        onInput={(event) => props.choose(event.currentTarget.value)}
      />
    </label>
  );
}
