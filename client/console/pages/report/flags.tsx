/** What has to be read before a report goes out, by its kind: each kind is one heading, with what it is about. */
import { useId } from 'preact/hooks';
import type { FlagGroup, FlagLine } from '../../../../core/release/flagGroups.ts';
import { sayList } from '../../words.ts';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { aboutWords } from './notes.tsx';

/** What a kind of flag says; one of its own says its words. */
function headingOf({ kind, lines }: FlagGroup): string {
  return kind === 'other' ? (lines[0]?.words ?? '') : say(`flags.${kind}`);
}

interface Props {
  group: FlagGroup;
  /** A box under it to say that it was read; none: it is only told. */
  box?: { on: boolean; tick: (on: boolean) => void } | undefined;
  /** Where it can be mended. */
  way?: string | undefined;
}

export function Flags({ group, box, way }: Props) {
  const heading = useId();
  return (
    <div class="flags" role="group" aria-labelledby={heading}>
      <p id={heading}>
        <b>{headingOf(group)}</b>
      </p>
      <Lines group={group} />
      {way !== undefined && (
        <p>
          {/* In another window: what was ticked and typed here stays. */}
          <a class="button small" href={way} target="_blank" rel="noopener">
            {say('flags.themes')}
          </a>
        </p>
      )}
      {/* Below what it is about: whoever ticks it has had that before their eyes. */}
      {box !== undefined && (
        <label class="choice">
          <input
            type="checkbox"
            checked={box.on}
            onChange={(event) => box.tick(event.currentTarget.checked)}
          />
          <span>{say('flags.tick')}</span>
        </label>
      )}
    </div>
  );
}

function Lines({ group }: { group: FlagGroup }) {
  const lines = group.kind === 'other' ? group.lines.filter((l) => l.statements.length > 0) : group.lines;
  return (
    <ul class="flag-lines">
      {lines.map((line) => (
        <li key={`${line.statements.join()} ${line.round} ${line.words}`}>
          {line.parts === null ? (
            <Sentence line={line} bare={group.kind === 'other'} />
          ) : (
            <Figures line={line} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Sentence({ line, bare }: { line: FlagLine; bare: boolean }) {
  const about = aboutWords(line);
  return (
    <span>
      {!bare && line.words} {about !== undefined && <span class="quiet">{about}</span>}
    </span>
  );
}

/** A statement, and the parts whose figure of it tells about each of their people. */
function Figures({ line: { statements, round, parts } }: { line: FlagLine }) {
  const { page } = useWriting();
  const [number = 0] = statements;
  const who = (parts ?? []).map((names) => (names.length === 0 ? say('res.everyone') : sayList(names)));
  return (
    <>
      <span class="statement-number" aria-label={say('st.n', { n: number })} role="img">
        {number}
      </span>
      <span>
        <span class="flag-statement" dir="auto">
          {page.statements.find((s) => s.number === number)?.text}
        </span>
        <span class="flag-who">
          {[...(round === null ? [] : [say(`res.round.${round}`)]), ...who].map((one, i) => (
            <bdi key={i}>{one}</bdi>
          ))}
        </span>
      </span>
    </>
  );
}
