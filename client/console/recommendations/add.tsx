/** Writing a new recommendation; one that comes from a theme or an idea brings what it rests on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  inTeamsOrder,
  KINDS,
  NEW_RECOMMENDATION,
  type RecommendationKind,
} from '../../../core/recommendations/types.ts';
import { cleanText } from '../../../core/text.ts';
import { Radios } from '../pages/parts/choices.tsx';
import { TextField } from '../pages/parts/fields.tsx';
import { newEntryId } from '../slips/ask.ts';
import { useUnsaved } from '../useUnsaved.ts';
import type { Desk } from './desk.ts';
import { PieceShown } from './edit/evidence.tsx';
import type { Facts } from './facts.ts';
import { say } from './words.ts';

interface Props {
  desk: Desk;
  facts: Facts | null;
  /** What it begins with; empty: nothing. */
  from: string;
  added: (id: string) => void;
  /** The evidence it came with is let go. */
  without: () => void;
}

export function Add({ desk, facts, from, added, without }: Props) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<RecommendationKind>('change');
  const box = useRef<HTMLFormElement>(null);
  const piece = facts?.piece(from) ?? null;
  const rests = piece === null ? undefined : facts?.rests({ evidence: [piece.key] });
  useEffect(() => {
    if (piece === null) return;
    // An idea is nearly what is asked for; a theme is a heading.
    if (piece.of !== 'theme' && piece.of !== 'statement') setText((now) => (now === '' ? piece.text : now));
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.querySelector('textarea')?.focus();
  }, [piece === null]);
  useUnsaved(text.trim() !== '' && text !== piece?.text);
  const words = cleanText(text) ?? '';
  const add = (): void => {
    if (words === '') return;
    const id = newEntryId();
    const order = (inTeamsOrder(desk.list.peek(), kind).at(-1)?.order ?? 0) + 1;
    const evidence = piece === null ? [] : [piece.key];
    // What works is asked of nobody.
    const to = kind === 'change' ? (desk.page.peek()?.answeredBy ?? '') : '';
    const set = { ...NEW_RECOMMENDATION, text: words, kind, order, evidence, to };
    desk.perform([{ key: id, was: null, set }]);
    setText('');
    added(id);
  };
  return (
    <form
      ref={box}
      class="rec-add"
      aria-labelledby="rec-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2 id="rec-add">{say('add')}</h2>
      {piece !== null && (
        <div class="rec-from">
          <p>
            {say('add.from', { what: '' })}
            <PieceShown piece={piece} linked={false} />
          </p>
          {rests?.lone === true && <p class="rec-lone">{say('add.from.lone')}</p>}
          {rests?.loneInterview === true && <p class="rec-lone">{say('add.from.loneInterview')}</p>}
          <button type="button" class="button small" onClick={without}>
            {say('add.not')}
          </button>
        </div>
      )}
      <TextField
        path="new.text"
        label={say('add.text')}
        hint={say('add.hint')}
        area
        value={text}
        onInput={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <div class="row row-end rec-choices">
        <Radios
          path="new.kind"
          legend={say('add.kind')}
          options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <button type="submit" class="button button-main" disabled={words === ''}>
          {say('add.do')}
        </button>
      </div>
    </form>
  );
}
