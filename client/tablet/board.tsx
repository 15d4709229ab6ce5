/** One statement on the shared tablet: answer it, or leave it out. Nothing is sent before everything is handed in. */
import type { JSX } from 'preact';
import { wordingFor } from '../../core/consultation.ts';
import type { TabletHello } from '../../core/protocol.ts';
import type { TabletBoard } from '../../core/tabletView.ts';
import { PlaceForm, useForm } from '../phone/form.tsx';
import { Button, Page } from '../phone/parts.tsx';
import { say as sayAsPhone } from '../phone/words.ts';
import type { Person } from './person.ts';
import type { Tablet } from './tablet.ts';
import { say } from './words.ts';

export function BoardScreen(props: {
  tablet: Tablet;
  hello: TabletHello;
  person: Person;
  board: TabletBoard;
}): JSX.Element {
  const { tablet, hello, person, board } = props;
  const { n, picture } = board;
  const form = useForm(
    person.drafts.get(n) ?? null,
    (draft) => tablet.keepDraft(n, draft),
    (draft) => tablet.answer(n, draft),
  );
  const slots = { n: board.number, of: hello.view.of };
  const eyebrow =
    hello.view.rounds === 1 ? sayAsPhone('board.of', slots) : sayAsPhone(`board.of.${board.round}`, slots);
  const wording = wordingFor(board.wordings, person.groups, person.lang);
  return (
    <Page
      step={`board${n}`}
      title={eyebrow}
      eyebrow={eyebrow}
      heading={wording?.text ?? ''}
      lang={wording?.lang ?? person.lang}
      statement
      actions={
        <>
          <Button kind="primary" onClick={form.submit}>
            {say('board.next')}
          </Button>
          <div class="pair">
            <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
            <Button onClick={() => tablet.leaveOut(n)}>{say('board.skip')}</Button>
          </div>
        </>
      }
    >
      {picture !== null && <img src={`/pictures/${picture.hash}`} alt={picture.alt} />}
      <PlaceForm form={form} scale={board.scale} />
    </Page>
  );
}
