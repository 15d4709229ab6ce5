/** A revealed board in the small picture of the big screen: post-its, chart or table. */
import type { Screen } from '../../../core/room.ts';
import { DECLINE_WORDS, labelsOf, MARKS, TONES, toneOf, type Scale } from '../../../core/scale.ts';
import type { Figure } from '../../../core/results.ts';
import { sides } from '../../../core/results.ts';
import type { Note, ProjectorBoard, PublicResult } from '../../../core/view.ts';
import { say } from './words.ts';

interface Row {
  label: string;
  figure: Figure;
}

export function StageResult(props: { board: ProjectorBoard; result: PublicResult; screen: Screen }) {
  const { board, result, screen } = props;
  const look = screen.result === 'thoughts' ? 'chart' : screen.result;
  const rows: Row[] =
    screen.byGroup && result.parts !== null
      ? result.parts
      : [{ label: say('stage.table.everyone'), figure: result.whole }];
  return (
    <>
      {look === 'notes' && <Columns board={board} figure={result.whole} screen={screen} />}
      {look === 'chart' && <Bars scale={board.scale} rows={rows} />}
      {look === 'table' && <Table scale={board.scale} rows={rows} />}
      {screen.byGroup && look !== 'notes' && result.withheld !== null && (
        <p class="stage-small">
          {say(result.withheld === 'floor' ? 'stage.group.floor' : 'stage.group.one')}
        </p>
      )}
    </>
  );
}

const MOST_BLANKS = 16;

function Columns(props: { board: ProjectorBoard; figure: Figure; screen: Screen }) {
  const { board, figure, screen } = props;
  const all = board.notes ?? [];
  const notes = screen.notes === 'one' ? all.slice(screen.noteAt, screen.noteAt + 1) : all;
  if (screen.notes === 'one' && notes[0] !== undefined)
    return <OneNote scale={board.scale} note={notes[0]} />;
  return (
    <div class="stage-columns">
      {labelsOf(board.scale).map((label, i) => {
        const tone = toneOf(board.scale, i + 1);
        const own = notes.filter((n) => n.answer === i + 1);
        const blanks = Math.max(0, (figure.counts[i] ?? 0) - own.length);
        return (
          <div class="stage-column" key={label}>
            <p class="stage-head" style={{ borderColor: TONES[tone]?.fill }}>
              {label} <b>{figure.counts[i] ?? 0}</b>
            </p>
            <div class="stage-notes">
              {own.map((note) => (
                <p class="stage-note" key={note.id} dir="auto" style={{ background: `var(--note-${tone})` }}>
                  {note.text}
                </p>
              ))}
              {Array.from({ length: Math.min(blanks, MOST_BLANKS) }, (_, k) => (
                <span
                  class="stage-paper"
                  key={k}
                  aria-hidden="true"
                  style={{ background: `var(--note-${tone})` }}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function OneNote({ scale, note }: { scale: Scale; note: Note }) {
  const coded = typeof note.answer === 'number';
  const tone = coded ? toneOf(scale, Number(note.answer)) : 3;
  return (
    <div class="stage-one" style={{ background: `var(--note-${tone})` }}>
      <p dir="auto">{note.text}</p>
      <p class="stage-small-note">
        {typeof note.answer === 'number'
          ? (labelsOf(scale)[note.answer - 1] ?? '')
          : DECLINE_WORDS[note.answer]}
      </p>
    </div>
  );
}

/** Stacked bars that lean left for disagree and right for agree, the middle astride the line. */
export function Bars({ scale, rows }: { scale: Scale; rows: Row[] }) {
  const reach = Math.max(...rows.map(({ figure }) => reachOf(figure)));
  return (
    <div class="stage-bars">
      {rows.map(({ label, figure }) => (
        <div class="stage-bar-row" key={label}>
          <p class="stage-bar-label">
            {label} <span>{say('stage.answers', { n: figure.n })}</span>
          </p>
          {figure.n === 0 ? (
            <p class="stage-small">{say('stage.nobody')}</p>
          ) : (
            <div class="stage-bar">
              <div
                class="stage-bar-in"
                style={{
                  marginInlineStart: `${50 - (50 * leftOf(figure)) / reach}%`,
                  width: `${50 / reach}%`,
                }}
              >
                {figure.counts.map((count, i) => {
                  const tone = toneOf(scale, i + 1);
                  return count === 0 ? null : (
                    <span
                      key={i}
                      class="stage-part"
                      style={{
                        flexGrow: count,
                        background: TONES[tone]?.fill,
                        color: TONES[tone]?.ink,
                      }}
                    >
                      {count}
                    </span>
                  );
                })}
              </div>
            </div>
          )}
        </div>
      ))}
      <p class="stage-key">
        {labelsOf(scale).map((label, i) => (
          <span key={label}>
            <i style={{ background: TONES[toneOf(scale, i + 1)]?.fill }} aria-hidden="true" />
            <span aria-hidden="true">{MARKS[toneOf(scale, i + 1)]}</span> {label}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The share of a bar that lies left of the line, 0 to 1. */
function leftOf({ counts, n }: Figure): number {
  const { disagree, middle } = sides(counts);
  return n === 0 ? 0 : (disagree + middle / 2) / n;
}

/** How far a bar goes to its longer side; all bars share the axis of the one that goes furthest. */
function reachOf(figure: Figure): number {
  const left = leftOf(figure);
  return figure.n === 0 ? 0.5 : Math.max(left, 1 - left);
}

function Table({ scale, rows }: { scale: Scale; rows: Row[] }) {
  return (
    <table class="stage-table">
      <thead>
        <tr>
          <th scope="col">{say('stage.table.answer')}</th>
          {rows.map(({ label }) => (
            <th scope="col" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labelsOf(scale).map((label, i) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {rows.map((row) => (
              <td key={row.label}>{row.figure.counts[i] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
