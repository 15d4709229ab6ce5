/** The answers people can give: for the whole consultation, or for one statement. */
import type { Consultation, Statement } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import type { Decline, Scale, ScaleKind } from '../../../../core/scale.ts';
import { changeStatement, scaleOfKind } from '../edits.ts';
import { Checks, Radios } from '../parts/choices.tsx';
import { fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import { Part } from './part.tsx';

const KINDS: readonly ScaleKind[] = ['agreement-5', 'agreement-4', 'agreement-3', 'own'];
const DECLINES: readonly Decline[] = ['n', 'x'];

const kindOptions = () => KINDS.map((kind) => ({ value: kind, label: say(`scale.${kind}`) }));

/** The scale of every statement that has none of its own. */
export function ScalePart() {
  const { desk, doc } = useEditing();
  const frozen = desk.frozen();
  const answered = doc.statements.some((s) => s.scale === null && frozen.includes(s.id));
  return (
    <Part name="scale">
      <Radios
        path="scale.kind"
        legend={say('scale.legend')}
        hint={answered ? say('scale.frozen') : undefined}
        value={doc.scale.kind}
        options={kindOptions()}
        disabled={answered}
        onChange={(kind) => desk.change((d) => ({ ...d, scale: scaleOfKind(d.scale, kind) }), null)}
      />
      <ScaleRest path="scale" scale={doc.scale} frozen={answered} put={(d, scale) => ({ ...d, scale })} />
    </Part>
  );
}

/** One statement's answers: the same as the others', or its own. */
export function OwnScale(props: { statement: Statement; path: string; frozen: boolean }) {
  const { statement, frozen } = props;
  const { desk } = useEditing();
  const path = `${props.path}.scale`;
  const put = (d: Consultation, scale: Scale | null): Consultation =>
    changeStatement(d, statement.id, (s) => ({ ...s, scale }));
  return (
    <>
      <Radios
        path={`${path}.kind`}
        legend={say('scale.own.legend')}
        hint={frozen ? say('scale.frozen') : undefined}
        value={statement.scale?.kind ?? 'same'}
        options={[{ value: 'same' as const, label: say('scale.same') }, ...kindOptions()]}
        disabled={frozen}
        onChange={(kind) =>
          desk.change(
            (d) => put(d, kind === 'same' ? null : scaleOfKind(statement.scale ?? d.scale, kind)),
            null,
          )
        }
      />
      {statement.scale !== null && (
        <ScaleRest path={path} scale={statement.scale} frozen={frozen} put={put} />
      )}
    </>
  );
}

interface RestProps {
  path: string;
  scale: Scale;
  frozen: boolean;
  put: (doc: Consultation, scale: Scale) => Consultation;
}

function ScaleRest({ path, scale, frozen, put }: RestProps) {
  const { desk } = useEditing();
  return (
    <>
      {scale.kind === 'own' && <Labels path={path} scale={scale} frozen={frozen} put={put} />}
      <Checks
        path={`${path}.declines`}
        legend={say('scale.declines')}
        hint={say('scale.declines.hint')}
        value={scale.declines}
        options={DECLINES.map((d) => ({ value: d, label: say(`scale.${d}`) }))}
        disabled={frozen}
        onChange={(decline, on) => {
          const declines = DECLINES.filter((d) => (d === decline ? on : scale.declines.includes(d)));
          desk.change((d) => put(d, { ...scale, declines }), null);
        }}
      />
    </>
  );
}

function Labels({ path, scale, frozen, put }: RestProps) {
  const { desk, done, focusNext } = useEditing();
  const labels = scale.labels ?? [];
  const { least, most } = LIMITS.scalePoints;
  const withLabels = (d: Consultation, next: string[]): Consultation => put(d, { ...scale, labels: next });
  return (
    <fieldset class="choices" id={fieldId(`${path}.labels`)} tabIndex={-1}>
      <legend>{say('scale.labels')}</legend>
      {labels.map((label, i) => (
        <div key={i} class="label-row">
          <DocField
            path={`${path}.labels.${i}`}
            label={say('scale.label', { n: i + 1 })}
            hideLabel
            value={label}
            readOnly={frozen}
            put={(d, text) =>
              withLabels(
                d,
                labels.map((l, k) => (k === i ? text : l)),
              )
            }
          />
          {!frozen && labels.length > least && (
            <button
              type="button"
              class="icon"
              aria-label={say('scale.label.remove', { n: i + 1 })}
              onClick={() => {
                desk.change(
                  (d) =>
                    withLabels(
                      d,
                      labels.filter((_, k) => k !== i),
                    ),
                  null,
                );
                done(say('scale.label.removed'), true);
                focusNext('notice-undo');
              }}
            >
              <span aria-hidden="true">✕</span>
            </button>
          )}
        </div>
      ))}
      {!frozen && labels.length < most && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            const added = say('scale.label.new', { n: labels.length + 1 });
            desk.change((d) => withLabels(d, [...labels, added]), null);
            focusNext(fieldId(`${path}.labels.${labels.length}`));
          }}
        >
          {say('scale.label.add')}
        </button>
      )}
    </fieldset>
  );
}
