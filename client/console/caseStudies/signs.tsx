/** Signs of a person in a case study: each is replaced wherever it stands, or passed with a reason. */
import { useState } from 'preact/hooks';
import type { CaseStudy, CaseStudyFields } from '../../../core/caseStudies/types.ts';
import {
  allSigns,
  isNamed,
  openSigns,
  passedEntry,
  readPassed,
  replaceSign,
  settledFirst,
  type CaseSign,
} from '../../../core/caseStudies/signs.ts';
import { hasCaseless } from '../../../core/caseStudies/otherScripts.ts';
import { LIMITS } from '../../../core/limits.ts';
import { INSTEAD } from '../../../core/personal/types.ts';
import { USUALLY, usually } from '../../../core/personal/pseudonyms.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { typedLine } from '../talk/typed.ts';
import { fetchNames } from './ask.ts';
import { useUnsaved } from '../useUnsaved.ts';
import type { StudiesDesk } from './desk.ts';
import { QUICK_REASONS } from './quickReasons.ts';
import type { StudyProps } from './study.tsx';
import { lists, say } from './words.ts';

export function Signs(props: StudyProps & { consultation: string }) {
  const { desk, study, about } = props;
  const open = openSigns(study, about.lists);
  const all = allSigns(study, about.lists);
  const passed = study.passed.flatMap((entry) => {
    const read = readPassed(entry);
    return read === null ? [] : [{ entry, ...read }];
  });
  return (
    <section class="study-card">
      <h2>{say('signs')}</h2>
      {open.length === 0 && (
        <p class={all.length === 0 ? 'soft' : 'good'}>
          {all.length === 0 ? say('signs.none') : `✓ ${say('signs.all')}`}
        </p>
      )}
      {hasCaseless(`${study.title}${study.text}`) && <p class="hint">{say('signs.caseless')}</p>}
      <ul class="study-signs">
        {open.map((sign) => (
          <Sign key={sign.key} {...props} sign={sign} first={settledFirst(sign, open)} />
        ))}
      </ul>
      {passed.length > 0 && (
        <details class="study-passed">
          <summary>{say('passed', { n: passed.length })}</summary>
          <ul>
            {passed.map(({ entry, key, why }) => (
              <li key={entry}>
                <span dir="auto">{say('passed.one', { words: key, why })}</span>
                <button
                  type="button"
                  class="button small"
                  onClick={() => change(desk, study, { passed: study.passed.filter((one) => one !== entry) })}
                >
                  {say('passed.back')}
                  <span class="visually-hidden"> {say('sign.of', { words: key })}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function change(desk: StudiesDesk, study: CaseStudy, set: Partial<CaseStudyFields>): void {
  const was = Object.fromEntries(
    Object.keys(set).map((field) => [field, study[field as keyof CaseStudyFields]]),
  );
  desk.perform([{ of: 'caseStudy', key: study.id, was, set }]);
}

/** @param props.first signs that have to be settled before this one is replaced */
function Sign(props: StudyProps & { consultation: string; sign: CaseSign; first: readonly CaseSign[] }) {
  const { desk, study, about, sign, first } = props;
  const may = first.length === 0;
  const [doing, setDoing] = useState<'' | 'name' | 'pass'>('');
  const replace = (by: string, isName: boolean): void => {
    const both = replaceSign(study, about.lists, sign.key, by);
    if (both === null) return;
    const names = isName && !study.names.includes(by) ? [...study.names, by] : study.names;
    const moved: Partial<CaseStudyFields> = {
      ...(both.title === study.title ? {} : { title: both.title }),
      ...(both.text === study.text ? {} : { text: both.text }),
      ...(names === study.names ? {} : { names }),
    };
    change(desk, study, moved);
  };
  const of = <span class="visually-hidden"> {say('sign.of', { words: sign.words })}</span>;
  return (
    <li>
      <p>
        <strong dir="auto">{say('sign.of', { words: sign.words })}</strong>{' '}
        <span class="soft">
          {sign.like === null ? say(`kind.${sign.kind}`) : say('kind.like', { words: sign.like.words })},{' '}
          {say('times', { n: sign.n })}
        </span>
      </p>
      {!may && (
        <p class="hint">
          {say('sign.first', { list: lists.format(first.map(({ words }) => say('sign.of', { words }))) })}
        </p>
      )}
      <div class="row">
        {may && isNamed(sign) && (
          <button
            type="button"
            class="button small"
            aria-expanded={doing === 'name'}
            onClick={() => setDoing(doing === 'name' ? '' : 'name')}
          >
            {say('sign.name')}
            {of}
          </button>
        )}
        {/* A capital alone does not tell which of the two it is. */}
        {may &&
          [sign.instead, ...(sign.kind === 'capital' ? [INSTEAD.place] : [])].map((instead) => (
            <button type="button" key={instead} class="button small" onClick={() => replace(instead, false)}>
              {say('sign.replace', { instead })}
              {of}
            </button>
          ))}
        <button
          type="button"
          class="button small"
          aria-expanded={doing === 'pass'}
          onClick={() => setDoing(doing === 'pass' ? '' : 'pass')}
        >
          {say('sign.pass')}
          {of}
        </button>
      </div>
      {may && doing === 'name' && <Names {...props} choose={(name) => replace(name, true)} />}
      {doing === 'pass' && (
        <Pass
          sign={sign}
          done={(why) => change(desk, study, { passed: [...study.passed, passedEntry(sign.key, why)] })}
        />
      )}
    </li>
  );
}

function Names(props: StudyProps & { consultation: string; sign: CaseSign; choose: (name: string) => void }) {
  const { study, sign, consultation, choose } = props;
  const [names, setNames] = useState<readonly string[] | 'away' | null>(null);
  useState(() => {
    void fetchNames(consultation, study.id).then((answer) =>
      setNames(isRefusal(answer) ? 'away' : answer.names),
    );
  });
  const buttons = (all: readonly string[]) =>
    all.map((name) => (
      <button type="button" key={name} class="button small" onClick={() => choose(name)}>
        {name}
      </button>
    ));
  return (
    <div class="study-names">
      <p>{say('names.say', { words: sign.words })}</p>
      {study.names.length > 0 && (
        <div class="row">
          <span class="soft">{say('names.used')}</span> {buttons(study.names)}
        </div>
      )}
      {names === null ? (
        <p role="status">{say('names.loading')}</p>
      ) : names === 'away' ? (
        <p role="alert">{say('names.away')}</p>
      ) : names.length === 0 ? (
        <p>{say('names.none', { instead: sign.instead })}</p>
      ) : (
        <>
          <p class="hint">{say('names.fit')}</p>
          {USUALLY.map((kind) => {
            const own = names.filter((name) => usually(name) === kind);
            return (
              own.length > 0 && (
                <div key={kind} class="row">
                  <span class="soft">{say(`names.${kind}`)}</span> {buttons(own)}
                </div>
              )
            );
          })}
        </>
      )}
    </div>
  );
}

function Pass({ sign, done }: { sign: CaseSign; done: (why: string) => void }) {
  const [why, setWhy] = useState('');
  useUnsaved(why.trim() !== '');
  const line = typedLine(why)?.trim() ?? '';
  return (
    <form
      class="form study-names"
      onSubmit={(event) => {
        event.preventDefault();
        if (line !== '') done(line);
      }}
    >
      <label class="field">
        <span dir="auto">{say('pass.why', { words: sign.words })}</span>
        <input
          type="text"
          dir="auto"
          autofocus
          maxLength={LIMITS.label}
          value={why}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        {QUICK_REASONS[sign.kind].map((one) => {
          const reason = say(`pass.quick.${one}`);
          return (
            <button type="button" key={one} class="button small" onClick={() => setWhy(reason)}>
              {reason}
            </button>
          );
        })}
      </div>
      <div class="row">
        <button type="submit" class="button small button-main" disabled={line === ''}>
          {say('pass.do')}
        </button>
      </div>
    </form>
  );
}
