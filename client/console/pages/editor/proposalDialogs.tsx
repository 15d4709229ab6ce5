/** Wording a statement out of what was proposed, and refusing a proposal. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { listsIn } from '../../../../core/message.ts';
import { findPersonal } from '../../../../core/personal/findPersonal.ts';
import { isAccepted, type ProposalItem, type ProposalsPage } from '../../../../core/proposals.ts';
import { capMarks, cleanLine, codePoints } from '../../../../core/text.ts';
import { useLeaving } from '../../leaving.tsx';
import { acceptProposals, mainLanguage, newId, newStatement, refuseProposal } from '../edits.ts';
import { Dialog } from '../parts/dialog.tsx';
import { fieldId, Faults, TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';

const fits = (text: string, most: number): boolean => {
  const clean = cleanLine(text);
  return clean !== null && clean !== '' && codePoints(clean) <= most;
};

const list = listsIn('en', 'conjunction');

/** What may show who somebody is in a text; undefined: nothing was found. It hinders nothing. */
export function signsSaid(text: string, lists: ProposalsPage['lists']): string | undefined {
  const found = findPersonal(text, { ...lists, staff: [] }).map(({ from, to }) => text.slice(from, to));
  if (found.length === 0) return undefined;
  return say('prop.signs', { list: list.format([...new Set(found)].map((sign) => `“${sign}”`)) });
}

export function AcceptDialog(props: {
  items: readonly ProposalItem[];
  lists: ProposalsPage['lists'];
  close: () => void;
  accepted: () => void;
}) {
  const { desk, doc, done, focusNext } = useEditing();
  const { items } = props;
  const [first] = useState({
    text: items[0]?.text ?? '',
    by: doc.statements.findLast(({ from }) => from !== undefined)?.from?.acceptedBy ?? '',
  });
  const [text, setText] = useState(first.text);
  const [by, setBy] = useState(first.by);
  const { leave, question } = useLeaving(text !== first.text || by !== first.by, props.close);
  const over = codePoints(cleanLine(text) ?? '') - LIMITS.statementText;
  // In another window, while this dialog is open.
  const refused = (doc.notTaken ?? []).filter(({ point }) => items.some(({ id }) => id === point));
  function accept(): void {
    const n = doc.statements.length + 1;
    const wordings = items.map(({ id, text: words }) => ({ point: id, text: words }));
    const from = { who: 'participants' as const, wordings, acceptedBy: cleanLine(by) ?? '' };
    desk.change((d) => {
      const statement = newStatement(newId(), mainLanguage(d), cleanLine(text) ?? '');
      return acceptProposals(d, statement, from);
    }, null);
    done(say('prop.accepted', { n }), true);
    props.accepted();
    focusNext(fieldId(`statements.${n - 1}`));
  }
  return (
    <Dialog title={say('prop.accept.title')} wide onClose={leave}>
      <div class="proposal-form">
        <div class="proposed">
          <p class="proposed-title">{say('prop.wrote')}</p>
          <ul>
            {items.map(({ id, text: words }) => (
              <li key={id} dir="auto">
                {capMarks(words)}
              </li>
            ))}
          </ul>
        </div>
        {refused.map(({ point, why }) => (
          <p key={point} class="caution" role="alert" dir="auto">
            {say('prop.refused.there', {
              words: capMarks(items.find(({ id }) => id === point)?.text ?? ''),
              why: capMarks(why),
            })}
          </p>
        ))}
        <Faults.Provider
          value={over > 0 ? [{ where: 'proposal-text', text: say('prop.text.over', { n: over }) }] : []}
        >
          <TextField
            path="proposal-text"
            label={say('prop.text')}
            hint={say('prop.text.hint', { most: LIMITS.statementText })}
            area
            rows={2}
            lang={mainLanguage(doc)}
            caution={signsSaid(text, props.lists)}
            value={text}
            onInput={(words) => setText(words.replace(/\n/g, ' '))}
          />
        </Faults.Provider>
        <TextField
          path="proposal-by"
          label={say('prop.by')}
          hint={say('prop.by.hint')}
          most={LIMITS.title}
          value={by}
          onInput={setBy}
        />
        <div class="row">
          <button
            type="button"
            class="button button-main"
            disabled={!fits(text, LIMITS.statementText)}
            onClick={accept}
          >
            {say('prop.accept.do')}
          </button>
          <button type="button" class="button" onClick={leave}>
            {say('app.cancel')}
          </button>
        </div>
        {question}
      </div>
    </Dialog>
  );
}

export function RefuseDialog({ item, close }: { item: ProposalItem; close: () => void }) {
  const { desk, doc, done, focusNext } = useEditing();
  const accepted = isAccepted(doc, item.id);
  const [why, setWhy] = useState('');
  const { leave, question } = useLeaving(why.trim() !== '', close);
  function refuse(): void {
    desk.change((d) => refuseProposal(d, item.id, cleanLine(why) ?? ''), null);
    done(say('prop.refused.done'), true);
    close();
    focusNext('proposals');
  }
  return (
    <Dialog title={say('prop.refuse.title')} onClose={leave}>
      <div class="proposal-form">
        <blockquote class="proposal-text" dir="auto">
          {capMarks(item.text)}
        </blockquote>
        {accepted && (
          <p class="caution" role="alert">
            {say('prop.accepted.there')}
          </p>
        )}
        <TextField
          path="proposal-why"
          label={say('prop.why')}
          hint={say('prop.why.hint')}
          most={LIMITS.title}
          value={why}
          onInput={setWhy}
        />
        <div class="row">
          <button
            type="button"
            class="button button-main"
            disabled={accepted || !fits(why, LIMITS.title)}
            onClick={refuse}
          >
            {say('prop.refuse.do')}
          </button>
          <button type="button" class="button" onClick={leave}>
            {say('app.cancel')}
          </button>
        </div>
        {question}
      </div>
    </Dialog>
  );
}
