/** The texts before and after the statements: each is made from the figures until it is changed. */
import type { TextKey } from '../../../../core/report/document.ts';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { putText } from './edits.ts';
import { MadeText } from './madeText.tsx';
import { Sheet } from './sheet.tsx';

function ReportText({ text, rows, hint }: { text: TextKey; rows: number; hint?: string }) {
  const { desk, doc, page } = useWriting();
  return (
    <MadeText
      path={`texts.${text}.text`}
      label={say(`rep.text.${text}`)}
      hint={hint}
      made={page.made[text]}
      edited={doc.texts[text]}
      rows={rows}
      put={(edited, field) => desk.change((d) => putText(d, text, edited), field)}
    />
  );
}

export function Opening() {
  const { desk, doc } = useWriting();
  return (
    <Sheet name="opening">
      <ReportText text="summary" rows={5} hint={say('rep.text.summary.hint')} />
      <ReportText text="changeable" rows={3} />
      <ReportText text="methods" rows={4} hint={say('rep.text.methods.hint')} />
      <TextField
        path="notHeard"
        label={say('rep.notHeard')}
        hint={say('rep.notHeard.hint')}
        area
        value={doc.notHeard}
        onInput={(notHeard) => desk.change((d) => ({ ...d, notHeard }), 'notHeard')}
        onBlur={() => desk.settle()}
      />
    </Sheet>
  );
}

export function Together() {
  return (
    <Sheet name="together">
      <ReportText text="shared" rows={3} />
      <ReportText text="differ" rows={3} />
    </Sheet>
  );
}

export function Closing() {
  return (
    <Sheet name="closing">
      <ReportText text="reading" rows={4} />
      <ReportText text="limits" rows={4} />
    </Sheet>
  );
}
