/** What a recommendation rests on: each piece leads to where it stands, and more are found by their words. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { TextField } from '../../pages/parts/fields.tsx';
import { announce } from '../../pages/parts/shell.tsx';
import { begin } from '../../talk/words.ts';
import type { Desk } from '../desk.ts';
import { found, type Facts, type Piece } from '../facts.ts';
import { lists, say } from '../words.ts';

const SHOWN = 12;

interface Props {
  desk: Desk;
  one: Recommendation;
  facts: Facts;
  writes: boolean;
}

export function EvidencePart({ desk, one, facts, writes }: Props) {
  const rests = facts.rests(one);
  const where = (['sessions', 'interviews', 'documents'] as const).flatMap((kind) =>
    rests[kind].size > 0 ? [say(`evidence.in.${kind}`, { n: rests[kind].size })] : [],
  );
  const link = (key: string, on: boolean): void => {
    const set = on ? [...one.evidence, key] : one.evidence.filter((other) => other !== key);
    desk.perform([{ key: one.id, was: { evidence: one.evidence }, set: { evidence: set } }]);
  };
  const pieces = one.evidence.flatMap((key) => {
    const piece = facts.piece(key);
    return piece === null ? [] : [{ ...piece, key }];
  });
  return (
    <section class="rec-part" aria-labelledby={`evidence-${one.id}`}>
      <h4 id={`evidence-${one.id}`}>{say('part.evidence')}</h4>
      {rests.lone && <p class="rec-lone">{say('evidence.lone')}</p>}
      {rests.loneInterview && <p class="rec-lone">{say('evidence.loneInterview')}</p>}
      {where.length > 0 && !rests.lone && !rests.loneInterview && (
        <p class="hint">
          <span>{say('evidence.raised', { list: lists.format(where) })}</span>{' '}
          <span>{say('evidence.voices', { n: rests.voices })}</span>
        </p>
      )}
      {one.evidence.length === 0 && <p class="hint">{say('evidence.empty')}</p>}
      {pieces.length > 0 && (
        <ul class="rec-pieces">
          {pieces.map((piece) => (
            <li key={piece.key}>
              <PieceShown piece={piece} linked />
              {writes && (
                <button
                  type="button"
                  class="button small"
                  aria-label={say('evidence.unlink.of', { text: begin(piece.text) })}
                  onClick={() => link(piece.key, false)}
                >
                  {say('evidence.unlink')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {rests.missing > 0 && <p class="hint">{say('evidence.missing', { n: rests.missing })}</p>}
      {writes && <Find one={one} facts={facts} link={(key) => link(key, true)} />}
    </section>
  );
}

export function PieceShown({ piece, linked }: { piece: Piece; linked: boolean }) {
  return (
    <span class="rec-piece">
      <span class="rec-kind">{piece.kind}</span>{' '}
      {linked ? (
        <a href={piece.href} dir="auto">
          {begin(piece.text, 220)}
        </a>
      ) : (
        <span dir="auto">{begin(piece.text, 220)}</span>
      )}
      {piece.where !== '' && <span class="soft"> {say('evidence.in', { session: piece.where })}</span>}
    </span>
  );
}

function Find({ one, facts, link }: { one: Recommendation; facts: Facts; link: (key: string) => void }) {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const full = one.evidence.length >= LIMITS.evidence;
  const those = open ? found(facts.pieces, words) : [];
  const all = those.filter(({ key }) => !one.evidence.includes(key));
  if (!open)
    return (
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        {say('evidence.find')}
      </button>
    );
  return (
    <div class="rec-find">
      <TextField
        path={`find-${one.id}`}
        label={say('evidence.find')}
        hint={say('evidence.find.hint')}
        value={words}
        onInput={setWords}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      />
      <p class="hint" role="status">
        {full
          ? say('evidence.full', { n: LIMITS.evidence })
          : all.length === 0
            ? say(those.length > 0 ? 'evidence.all' : 'evidence.nothing')
            : all.length > SHOWN
              ? say('evidence.more', { n: SHOWN })
              : say('evidence.found', { n: all.length })}
      </p>
      <ul class="rec-pieces">
        {all.slice(0, SHOWN).map((piece) => (
          <li key={piece.key}>
            <PieceShown piece={piece} linked={false} />
            <button
              type="button"
              class="button small"
              disabled={full}
              aria-label={say('evidence.link.of', { text: begin(piece.text) })}
              onClick={() => {
                link(piece.key);
                announce(say('evidence.n', { n: one.evidence.length + 1 }));
              }}
            >
              {say('evidence.link')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button small" onClick={() => setOpen(false)}>
        {say('close')}
      </button>
    </div>
  );
}
