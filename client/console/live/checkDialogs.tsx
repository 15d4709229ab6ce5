/** Choosing which recommendations the room is asked about, and typing up sheets of paper. */
import { useEffect, useState } from 'preact/hooks';
import { MOST_CHECKED, SAID_ANSWERS, type CheckSheets } from '../../../core/checking.ts';
import { moreThanSheets } from '../../../core/checkSheets.ts';
import type { ConsoleCheck } from '../../../core/checkingView.ts';
import { LIMITS } from '../../../core/limits.ts';
import { inTeamsOrder, KINDS, type Recommendation } from '../../../core/recommendations/types.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { capMarks } from '../../../core/text.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { askRecommendations } from '../recommendations/ask.ts';
import { useLeaving } from '../leaving.tsx';
import { PrintSheets } from './checkPrint.tsx';
import { say } from './checkWords.ts';
import { refusalWords, type Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import './check.css';

export function CheckDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { consultation } = view.session;
  const [list, setList] = useState<readonly Recommendation[] | Refusal | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void askRecommendations(consultation).then((page) => setList(isRefusal(page) ? page : page.list));
  }, [consultation]);
  const close = (): void => void (desk.dialog.value = null);
  const known = list === null || isRefusal(list) ? [] : list;
  const ids = KINDS.flatMap((kind) => inTeamsOrder(known, kind))
    .map(({ id }) => id)
    .filter((id) => !left.has(id));
  const begin = (): void =>
    void desk.run({ do: 'check', change: { to: 'begin', ids } }).then((done) => done && close());
  return (
    <Dialog wide title={say('begin.title')} close={close}>
      <p>{say('begin.text')}</p>
      {list === null && <p role="status">{say('begin.loading')}</p>}
      {list !== null && isRefusal(list) && <p role="alert">{refusalWords(list)}</p>}
      {list !== null && !isRefusal(list) && list.length === 0 && (
        <p class="soft">
          {say('begin.none')}{' '}
          <a href={`/console/c/${consultation}/recommendations`} target="_blank" rel="noreferrer">
            {say('begin.none.go')}
          </a>
        </p>
      )}
      {KINDS.map((kind) => {
        const some = inTeamsOrder(known, kind);
        return (
          some.length > 0 && (
            <fieldset key={kind} class="radios check-choice">
              <legend>{say(`begin.${kind}`)}</legend>
              {some.map(({ id, text }) => (
                <label class="check" key={id}>
                  <input
                    type="checkbox"
                    checked={!left.has(id)}
                    onChange={(event) => {
                      const without = new Set(left);
                      if (event.currentTarget.checked) without.delete(id);
                      else without.add(id);
                      setLeft(without);
                    }}
                  />
                  <span dir="auto">{capMarks(text)}</span>
                </label>
              ))}
            </fieldset>
          )
        );
      })}
      {known.length > 0 && (
        <p class="soft">
          {say('begin.fixed')} {say('print.text')}
        </p>
      )}
      <p role="status" class="form-told">
        {desk.message.value}
      </p>
      <div class="dialog-buttons check-buttons">
        {view.check?.on === true ? (
          // In the words that the room sees, whatever is ticked for another beginning.
          <PrintSheets
            consultation={consultation}
            order={{ session: view.session.id, recommendations: [] }}
          />
        ) : (
          known.length > 0 && (
            <PrintSheets consultation={consultation} order={{ session: null, recommendations: ids }} />
          )
        )}
        {view.check !== undefined && !view.check.on && (
          <button
            type="button"
            class="button"
            onClick={() =>
              void desk.run({ do: 'check', change: { to: 'resume' } }).then((done) => done && close())
            }
          >
            {say('begin.resume')}
          </button>
        )}
        {known.length > 0 && (
          <button
            type="button"
            class="button button-main"
            disabled={ids.length === 0 || ids.length > MOST_CHECKED}
            onClick={begin}
          >
            {say('begin.start', { n: ids.length })}
          </button>
        )}
      </div>
    </Dialog>
  );
}

type Row = CheckSheets['rows'][number];
const FIELDS = [...SAID_ANSWERS, 'dots'] as const;
const EMPTY = { said: 0, notQuite: 0, missing: 0, declined: 0, dots: 0 };

/** Said here, where the recommendation has its number: a refusal cannot name it. */
function whatIsWrong(check: ConsoleCheck, typed: CheckSheets): string | null {
  // Emptied is something to save; nothing where nothing was, is not.
  const nothing = typed.sheets === 0 && typed.rows.length === 0;
  if (nothing && check.paper.sheets === 0 && check.paper.rows.length === 0) return say('paper.nothing');
  const more = moreThanSheets(typed);
  if (more === null) return null;
  if ('dots' in more) return say('paper.more.dots', { ...more, n: typed.sheets });
  const at = check.list.findIndex(({ n }) => n === typed.rows[more.row]?.n) + 1;
  return say('paper.more', { at, crosses: more.crosses, n: typed.sheets });
}

export function CheckPaperDialog({ desk, check }: { desk: Desk; check: ConsoleCheck }) {
  const [sheets, setSheets] = useState(check.paper.sheets);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    check.list.map(({ n }) => check.paper.rows.find((row) => row.n === n) ?? { n, ...EMPTY }),
  );
  const [saved, setSaved] = useState(false);
  const typed = JSON.stringify([sheets, rows]);
  /** As it was sent: what is typed while it is being saved is not. */
  const [kept, setKept] = useState(typed);
  const { leave, question } = useLeaving(typed !== kept, () => (desk.dialog.value = null));
  const save = (event: Event): void => {
    event.preventDefault();
    const told = rows.filter((row) => FIELDS.some((field) => row[field] > 0));
    const wrong = whatIsWrong(check, { sheets, rows: told });
    if (wrong !== null) {
      desk.message.value = wrong;
      return;
    }
    void desk.run({ do: 'check', change: { to: 'paper', sheets, rows: told } }).then((done) => {
      setSaved(done);
      if (done) setKept(typed);
    });
  };
  const edited = (): void => {
    setSaved(false);
    desk.message.value = '';
  };
  const set = (n: number, field: (typeof FIELDS)[number], value: number): void => {
    edited();
    setRows(rows.map((row) => (row.n === n ? { ...row, [field]: value } : row)));
  };
  return (
    <Dialog wide holds title={say('paper.title')} close={leave}>
      <form class="form" onSubmit={save}>
        <p class="soft">{say('paper.text')}</p>
        <label class="check-sheets">
          {say('paper.sheets')}{' '}
          <Count
            label={say('paper.sheets')}
            value={sheets}
            set={(n) => {
              edited();
              setSheets(n);
            }}
          />
        </label>
        <div class="check-scroll" tabIndex={0} role="region" aria-label={say('paper.title')}>
          <table class="who-table check-table">
            <thead>
              <tr>
                <th scope="col">{say('paper.of')}</th>
                {FIELDS.map((field) => (
                  <th key={field} scope="col">
                    {say(`paper.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={row.n}>
                  <th scope="row" dir="auto">
                    {i + 1}. {check.list.find(({ n }) => n === row.n)?.text}
                  </th>
                  {FIELDS.map((field) => (
                    <td key={field}>
                      <Count
                        label={say('paper.cell', { what: say(`paper.${field}`), n: i + 1 })}
                        value={row[field]}
                        set={(n) => set(row.n, field, n)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div class="dialog-buttons">
          <p role="status" class="form-told">
            {saved && typed === kept
              ? say(sheets === 0 ? 'paper.saved.none' : 'paper.saved')
              : desk.message.value}
          </p>
          <button type="submit" class="button button-main">
            {say('paper.save')}
          </button>
        </div>
        {question}
      </form>
    </Dialog>
  );
}

function Count(props: { label: string; value: number; set: (n: number) => void }) {
  return (
    <input
      type="number"
      class="check-number"
      aria-label={props.label}
      min={0}
      max={3 * LIMITS.attendanceCount}
      value={props.value === 0 ? '' : String(props.value)}
      onInput={(event) => props.set(Math.max(0, Math.floor(Number(event.currentTarget.value)) || 0))}
    />
  );
}
