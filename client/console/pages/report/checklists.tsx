/** Which checklists stand in the appendix, and what the team says of items that nothing here knows. */
import { COREQ, GRIPP2 } from '../../../../core/report/checklist.ts';
import type { ChecklistItem, ItemAnswer, ReportDocument } from '../../../../core/report/document.ts';
import { reportChecksEn } from '../../../../core/messages/reportChecks.en.ts';
import { speaker } from '../../../../core/message.ts';
import { Checks } from '../parts/choices.tsx';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { Sheet } from './sheet.tsx';

/** Items are called what they are called in print. */
const printed = speaker(reportChecksEn, 'en-GB');
const LISTS = { coreq: COREQ, gripp2: GRIPP2 } as const;
type List = keyof typeof LISTS;

export function Checklists() {
  const { desk, doc } = useWriting();
  const chosen = (['coreq', 'gripp2'] as const).filter((list) => doc.checklists?.[list] === true);
  return (
    <Sheet name="checklists">
      <Checks
        path="checklists"
        legend={say('rep.checklists.legend')}
        value={chosen}
        options={(['coreq', 'gripp2'] as const).map((value) => ({
          value,
          label: printed(`check.${value}`),
        }))}
        onChange={(list, on) =>
          desk.change(
            (d) => ({ ...d, checklists: { coreq: false, gripp2: false, ...d.checklists, [list]: on } }),
            null,
          )
        }
      />
      {chosen.map((list) => (
        <Items key={list} list={list} />
      ))}
    </Sheet>
  );
}

function Items({ list }: { list: List }) {
  return (
    <details class="talk-theme">
      <summary>{say('rep.checklists.items', { name: printed(`check.${list}`) })}</summary>
      <p class="hint">{say('rep.checklists.items.hint')}</p>
      <ol class="talk-points">
        {LISTS[list].map(([item]) => (
          <Item key={item} item={item} />
        ))}
      </ol>
    </details>
  );
}

function Item({ item }: { item: ChecklistItem }) {
  const { desk, doc } = useWriting();
  const answer = doc.answers?.[item] ?? {};
  const put = (next: ItemAnswer, field: string | null): void =>
    desk.change((d) => putAnswer(d, item, next), field);
  const path = `answers.${item}.text`;
  return (
    <li>
      <TextField
        path={path}
        label={printed(`check.${item}`)}
        area
        rows={2}
        value={answer.text ?? ''}
        onInput={(text) => put({ ...answer, text }, path)}
        onBlur={() => desk.settle()}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={answer.applies === false}
          onChange={(event) => {
            const { applies: _before, ...rest } = answer;
            put(event.currentTarget.checked ? { ...rest, applies: false } : rest, null);
          }}
        />
        {say('rep.checklists.not')}
      </label>
    </li>
  );
}

/** An item of which nothing is said has no entry. */
function putAnswer(
  doc: ReportDocument,
  item: ChecklistItem,
  { text = '', applies }: ItemAnswer,
): ReportDocument {
  const answers = { ...doc.answers };
  if (text === '' && applies === undefined) delete answers[item];
  else
    answers[item] = {
      ...(text === '' ? {} : { text }),
      ...(applies === undefined ? {} : { applies }),
    };
  return { ...doc, answers };
}
