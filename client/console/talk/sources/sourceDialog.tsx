/** Bringing a text in, pasted or from a file, and changing one. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { codePoints } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { FORMS, NEW_SOURCE, type SourceFields, type TextSource } from '../../../../core/talk/sources.ts';
import { Dialog } from '../../live/dialog.tsx';
import { useUnsaved } from '../../useUnsaved.ts';
import { beforeHidden, typedLine, typedText } from '../typed.ts';
import { Consent, Details } from './details.tsx';
import { readFile } from './readFile.ts';
import { Signs } from './signs.tsx';
import { lists, sayText } from './words.ts';

/**
 * @param props.source null: a new one
 * @param props.save given all fields, cleaned, and as they were opened: another device may change some meanwhile
 */
export function SourceDialog(props: {
  about: TalkAbout;
  source: TextSource | null;
  save: (fields: SourceFields, first: SourceFields) => void;
  close: () => void;
}) {
  const { about, source, close } = props;
  const [first] = useState<SourceFields>(() => {
    if (source === null) return { ...NEW_SOURCE, language: about.languages[0] ?? NEW_SOURCE.language };
    const { id: _id, ...fields } = source;
    return fields;
  });
  const [fields, setFields] = useState(first);
  const [wrong, setWrong] = useState('');
  const [told, setTold] = useState('');
  const [leaving, setLeaving] = useState(false);
  const set = (more: Partial<SourceFields>): void => setFields((now) => ({ ...now, ...more }));
  const typed = JSON.stringify(fields) !== JSON.stringify(first);
  useUnsaved(typed);
  const over = Math.max(0, codePoints(fields.text.trim()) - LIMITS.sourceText);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // Not read where it is too large: the name and the size say enough.
    const large = file.size > LIMITS.sourceFileBytes;
    const bytes = large
      ? new Uint8Array(LIMITS.sourceFileBytes + 1)
      : new Uint8Array(await file.arrayBuffer());
    const read = readFile(file.name, bytes);
    if ('wrong' in read) {
      setWrong(read.wrong);
      setTold('');
      return;
    }
    setWrong('');
    const left = read.left.map((one) => sayText(`file.left.${one}`));
    setTold(
      sayText('edit.read', { n: codePoints(read.text), name: file.name }) +
        (left.length === 0 ? '' : ` ${sayText('file.left', { list: lists.format(left) })}`),
    );
    setFields((now) => ({
      ...now,
      text: read.text,
      title: now.title === '' ? [...read.title].slice(0, LIMITS.label).join('') : now.title,
    }));
  };
  const save = (): void => {
    const [title, text] = [typedLine(fields.title), typedText(fields.text)];
    const [gender, ageBand] = [typedLine(fields.gender), typedLine(fields.ageBand)];
    if (title === null || text === null || gender === null || ageBand === null) {
      const bad = [fields.title, fields.text, fields.gender, fields.ageBand].find(
        (t) => typedText(t) === null,
      );
      return setWrong(sayText('edit.hidden', { before: beforeHidden(bad ?? '') ?? '' }));
    }
    if (title === '') return setWrong(sayText('edit.title.empty'));
    if (text === '') return setWrong(sayText('edit.text.empty'));
    if (over > 0) return setWrong(sayText('edit.long', { n: over }));
    const interviewer = fields.form === 'interview' ? fields.interviewer : '';
    props.save({ ...fields, title, text, gender, ageBand, interviewer }, first);
    close();
  };
  const leave = (): void => (typed ? setLeaving(true) : close());
  return (
    <Dialog
      title={sayText(source === null ? 'edit.new' : 'edit.change')}
      wide
      asks
      holds={typed}
      close={leave}
    >
      <form
        class="form source-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="source-form-top">
          <label class="field">
            <span>{sayText('edit.title')}</span>
            <input
              type="text"
              dir="auto"
              maxLength={LIMITS.label}
              placeholder={sayText('edit.title.hint')}
              value={fields.title}
              onInput={(event) => set({ title: event.currentTarget.value })}
            />
          </label>
          <fieldset class="source-kinds">
            <legend class="visually-hidden">{sayText('edit.form')}</legend>
            {FORMS.map((form) => (
              <label key={form} class="check">
                <input
                  type="radio"
                  name="form"
                  checked={fields.form === form}
                  onChange={() => set({ form })}
                />
                {sayText(`form.${form}`)}
              </label>
            ))}
          </fieldset>
        </div>
        <Signs text={fields.title} names={about.lists} />
        <label class="field">
          <span>{sayText('edit.file')}</span>
          <input
            type="file"
            accept=".txt,.md,.markdown,.docx"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
        <p class="source-hint">
          {sayText('edit.file.hint')} {fields.text !== '' && told === '' && sayText('edit.replaces')}
        </p>
        {told !== '' && <p role="status">{told}</p>}
        <label class="field">
          <span>{sayText('edit.text')}</span>
          <textarea
            rows={7}
            dir="auto"
            placeholder={sayText('edit.text.hint')}
            value={fields.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        {source !== null && <p class="source-hint">{sayText('edit.moves')}</p>}
        {over > 0 && <p class="bad">{sayText('edit.long', { n: over })}</p>}
        <Signs text={fields.text} names={about.lists} />
        <Consent fields={fields} set={set} />
        <Details about={about} fields={fields} set={set} />
        {wrong !== '' && (
          <p class="bad" role="alert">
            {wrong}
          </p>
        )}
        {leaving ? (
          <div role="alert">
            <p>{sayText('edit.leave')}</p>
            <div class="dialog-buttons">
              <button type="button" class="button" onClick={close}>
                {sayText('edit.leave.drop')}
              </button>
              <button type="button" class="button button-main" onClick={() => setLeaving(false)}>
                {sayText('edit.leave.back')}
              </button>
            </div>
          </div>
        ) : (
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={leave}>
              {sayText('edit.cancel')}
            </button>
            <button type="submit" class="button button-main">
              {sayText('edit.save')}
            </button>
          </div>
        )}
      </form>
    </Dialog>
  );
}
