/** Making the files: what a release would do and why, what has to be confirmed, then the work and its files. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReleaseCheck, ReportFormat, ReportOrder } from '../../../../core/api.ts';
import type { FlagGroup } from '../../../../core/release/flagGroups.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import { api } from '../../api.ts';
import { Radios } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Fault } from '../parts/fields.tsx';
import { TextField, goToField } from '../parts/fields.tsx';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say, sayRefusal } from '../say.ts';
import { useWriting } from './context.ts';
import { Flags } from './flags.tsx';
import { Notes, isMissing } from './notes.tsx';

/** Up to so many lines about so many kinds are read at a glance: pressing a form then confirms them. */
const FEW = { lines: 5, groups: 3 };

/** Height of the dialog's foot: what stands behind it is not seen. */
const FOOT_PX = 96;

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
          {(check) => <Order id={id} check={check} begun={begun} close={close} />}
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
      {/* Not before: it would have the focus. The order has a way out of its own. */}
      {(state.is === 'failed' || fault !== null) && (
        <div class="row">
          <button type="button" class="button" onClick={close}>
            {say('app.cancel')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface OrderProps {
  id: string;
  check: ReleaseCheck;
  begun: (job: string) => void;
  close: () => void;
}

function Order({ id, check, begun, close }: OrderProps) {
  const [audience, setAudience] = useState<ReportOrder['audience']>('release');
  const [ticked, setTicked] = useState<ReadonlySet<FlagGroup>>(new Set());
  const [approvedBy, setApprovedBy] = useState<ReportOrder['approvedBy']>({});
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const { ref, seen } = useSeen();
  const out = audience === 'release';
  // What has left the team once goes out again as it was; only what was found since is asked.
  const asks = out && !check.same;
  const stopped = asks && check.refusals.length > 0;
  const groups = out && !stopped ? check.groups : [];
  const lines = groups.flatMap((group) => group.lines).length;
  const few = groups.length <= FEW.groups && lines <= FEW.lines;
  const first = stopped
    ? null
    : groups.some((group) => !few && !ticked.has(group))
      ? 'flags'
      : groups.length > 0 && few && !seen
        ? 'read'
        : asks && check.approvals.some((who) => (approvedBy[who] ?? '').trim() === '')
          ? 'approved'
          : null;

  async function order(formats: ReportFormat[]): Promise<void> {
    setBusy(true);
    setFailed(null);
    const result = await api.orderReport(id, {
      audience,
      formats,
      confirmed: groups.flatMap((group) => group.codes),
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
          {groups.length > 0 && (
            <section class="make-flags" aria-labelledby="make-flags">
              <h3 id="make-flags">{say('make.flags')}</h3>
              {groups.map((group) => (
                <Flags
                  key={group.codes[0]}
                  group={group}
                  way={
                    group.codes[0]?.startsWith('theme-twins ') === true
                      ? `/console/c/${id}/themes`
                      : undefined
                  }
                  box={
                    few
                      ? undefined
                      : {
                          on: ticked.has(group),
                          tick: (on) =>
                            setTicked(
                              (now) => new Set(on ? [...now, group] : [...now].filter((g) => g !== group)),
                            ),
                        }
                  }
                />
              ))}
              <div ref={ref} class="make-flags-end" />
            </section>
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
          {!stopped && (
            <Notes
              kind="done"
              title={say('make.notes')}
              notes={check.notes.filter((note) => !isMissing(note))}
              empty={say('make.notes.none')}
            />
          )}
          {!stopped && check.notes.some(isMissing) && (
            <Notes kind="done" title={say('make.missing')} notes={check.notes.filter(isMissing)} />
          )}
        </>
      )}
      <div class="dialog-foot make-foot">
        {failed !== null && (
          <p class="problem" role="alert">
            {sayRefusal(failed.refusal)}
          </p>
        )}
        {first !== null && <p class="hint">{say(`make.first.${first}`)}</p>}
        <div class="row">
          <FormatButtons
            lead={few && lines > 0 ? say('make.read', { n: lines }) : null}
            disabled={busy || stopped || first !== null}
            order={(formats) => void order(formats)}
          />
          <button type="button" class="button make-cancel" onClick={close}>
            {say('app.cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

interface FormatsProps {
  /** What pressing one of them says as well. */
  lead: string | null;
  disabled: boolean;
  order: (formats: ReportFormat[]) => void;
}

function FormatButtons({ lead, disabled, order }: FormatsProps) {
  const name = (form: string) => (lead === null ? {} : { 'aria-label': `${lead} ${form}` });
  return (
    <div class="row make-formats" role="group" aria-label={say('make.formats')}>
      {lead !== null && <b>{lead}</b>}
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class={format === 'docx' ? 'button button-main' : 'button'}
          disabled={disabled}
          {...name(say(`make.${format}`))}
          onClick={() => order([format])}
        >
          {say(`make.${format}`)}
        </button>
      ))}
      <button
        type="button"
        class="button"
        disabled={disabled}
        {...name(say('make.all'))}
        onClick={() => order([...FORMATS])}
      >
        {say('make.all')}
      </button>
    </div>
  );
}

/** Whether an element has been on the screen, above the foot of the dialog. */
function useSeen() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const end = ref.current;
    if (end === null || seen) return undefined;
    const eye = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: `0px 0px -${FOOT_PX}px 0px` },
    );
    eye.observe(end);
    return () => eye.disconnect();
  });
  return { ref, seen };
}
