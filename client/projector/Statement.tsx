/** The words of a statement, as large as their place allows, with the picture beside them. */
import type { ProjectorBoard } from '../../core/view.ts';
import { shownWordings } from '../shared/wordings.ts';
import { Fit } from './Fit.tsx';
import { LANG, say } from './words.ts';

interface Props {
  board: ProjectorBoard;
  /** Largest size of its type, in units. */
  most: number;
  picture: boolean;
  /** Most height in units, where it is only as high as its words. */
  hug?: number;
}

export function Statement({ board, most, picture, hug }: Props) {
  const wordings = shownWordings(board.wordings, LANG, say('wording.others'));
  const shown = picture ? board.picture : null;
  const of = JSON.stringify([wordings, shown?.hash]);
  return (
    <div class="statement">
      <Fit most={most} of={of} class="statement-text" {...(hug === undefined ? {} : { hug })}>
        <h1>
          {wordings.map((w) => (
            <span key={w.name} class="wording">
              {w.name !== null && <bdi class="wording-name">{w.name}</bdi>}
              <span class="wording-text" lang={w.lang} dir="auto">
                {w.text}
              </span>
            </span>
          ))}
        </h1>
      </Fit>
      {shown !== null && <img class="picture" src={`/pictures/${shown.hash}`} alt={shown.alt} />}
    </div>
  );
}
