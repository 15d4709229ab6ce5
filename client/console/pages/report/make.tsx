/** Making the files: what a release would do and why, what has to be confirmed, then the work and its files. */
import { useCallback, useState } from 'preact/hooks';
import type { ReleaseCheck, ReportFormat, ReportOrder } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import { api } from '../../api.ts';
import { Checks, Radios } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Fault } from '../parts/fields.tsx';
import { TextField, goToField } from '../parts/fields.tsx';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say, sayRefusal } from '../say.ts';
import { useWriting } from './context.ts';
import { Notes, aboutWords } from './notes.tsx';

/** From more of them on, one press can say that all were read. */
const MANY = 5;

const FORMATS = ['docx', 'pdf', 'html', 'json'] as const satisfies ReportFormat[];

interface Props {
  id: string;
  /** What has to be put right before anything can be saved. */
  fault: Fault | null;
  begun: (job: string) => void;
  close: () => void;
}

export function Make({ id, fault, begun, close }: Props) {
  const { desk } = useWriting();
  const load = useCallback(async (): Promise<Result<ReleaseCheck>> => {
    if (!(await desk.flush())) {
      const save = desk.save();
      return { ok: false, refusal: save.is === 'refused' || save.is === 'failed' ? save.refusal : null };
    }
    // A session may have been finished since: what was written then shows that it is older.
    void desk.refresh();
    return api.checkRelease(id);
  }, [id, desk]);
  const { state, again } = useLoaded(load);
  return (
    <Dialog title={say('make.title')} wide onClose={close}>
      {fault === null ? (
        <Loaded state={state} again={again}>
          {(check) => <Order id={id} check={check} begun={begun} />}
        </Loaded>
      ) : (
        <div class="problem" role="alert">
          <p>{fault.text}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              close();
              // Once the dialog has given the focus back.
              requestAnimationFrame(() => goToField(fault.where));
            }}
          >
            {say('save.go')}
          </button>
        </div>
      )}
      {/* Not before: it would have the focus. */}
      {state.is !== 'loading' && (
        <div class="row">
          <button type="button" class="button" onClick={close}>
            {say('app.cancel')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

function Order(props: { id: string; check: ReleaseCheck; begun: (job: string) => void }) {
  const { id, check, begun } = props;
  const [audience, setAudience] = useState<ReportOrder['audience']>('release');
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [approvedBy, setApprovedBy] = useState<ReportOrder['approvedBy']>({});
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const out = audience === 'release';
  // What has left the team once goes out again as it was; only what was found since is asked.
  const asks = out && !check.same;
  const missing = asks && check.approvals.some((who) => (approvedBy[who] ?? '').trim() === '');
  const open = out && check.flags.some((flag) => !confirmed.includes(flag.code));
  const stopped = asks && check.refusals.length > 0;

  async function order(formats: ReportFormat[]): Promise<void> {
    setBusy(true);
    setFailed(null);
    const result = await api.orderReport(id, {
      audience,
      formats,
      confirmed: [...confirmed],
      approvedBy,
      hash: check.hash,
    });
    setBusy(false);
    if (result.ok) begun(result.value.id);
    else setFailed({ refusal: result.refusal });
  }

  return (
    <div class="make">
      <Radios
        path="audience"
        legend={say('make.audience')}
        value={audience}
        options={[
          {
            value: 'release',
            label: say('make.release'),
            hint: say(check.same ? 'make.release.same' : 'make.release.hint', { n: check.number }),
          },
          { value: 'team', label: say('make.team'), hint: say('make.team.hint') },
        ]}
        onChange={setAudience}
      />
      {out && (
        <>
          {stopped && <Notes kind="stops" title={say('make.stops')} notes={check.refusals} />}
          {check.flags.length > 0 && (
            <Checks
              path="confirmed"
              legend={say('make.flags')}
              hint={say('make.flags.hint')}
              value={confirmed}
              options={check.flags.map((flag) => ({
                value: flag.code,
                label: flag.words,
                hint: aboutWords(flag),
              }))}
              onChange={(code, on) =>
                setConfirmed((list) => (on ? [...list, code] : list.filter((c) => c !== code)))
              }
            />
          )}
          {check.flags.length > MANY && open && (
            <button
              type="button"
              class="button small make-read"
              onClick={() => setConfirmed(check.flags.map((flag) => flag.code))}
            >
              {say('make.flags.all', { n: check.flags.length })}
            </button>
          )}
          {!stopped && (
            <Notes kind="done" title={say('make.notes')} notes={check.notes} empty={say('make.notes.none')} />
          )}
          <div class="make-approved">
            {(asks ? check.approvals : []).map((who) => (
              <TextField
                key={who}
                path={`approvedBy.${who}`}
                label={say(`make.approved.${who}`)}
                hint={say('make.approved.hint')}
                value={approvedBy[who] ?? ''}
                onInput={(name) => setApprovedBy((by) => ({ ...by, [who]: name }))}
              />
            ))}
          </div>
        </>
      )}
      {failed !== null && (
        <p class="problem" role="alert">
          {sayRefusal(failed.refusal)}
        </p>
      )}
      {(open || missing) && !stopped && (
        <p class="hint">{say(open ? 'make.first.flags' : 'make.first.approved')}</p>
      )}
      <div class="row make-formats" role="group" aria-label={say('make.formats')}>
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class={format === 'docx' ? 'button button-main' : 'button'}
            disabled={busy || stopped || open || missing}
            onClick={() => void order([format])}
          >
            {say(`make.${format}`)}
          </button>
        ))}
        <button
          type="button"
          class="button"
          disabled={busy || stopped || open || missing}
          onClick={() => void order([...FORMATS])}
        >
          {say('make.all')}
        </button>
      </div>
    </div>
  );
}
