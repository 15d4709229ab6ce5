/** Taking a figure away as a picture: its question, how many people and the dates are in it. */
import { useState } from 'preact/hooks';
import { api } from '../../api.ts';
import { announce } from '../parts/shell.tsx';
import { say, sayRefusal } from '../say.ts';
import { useAnalysis } from './context.ts';
import { pictureName, pictureOf, type Pictured } from './pictureModel.ts';
import { canCopy, copyPicture, saveBlob } from './takeAway.ts';

export function PictureButtons(pictured: Pictured) {
  const here = useAnalysis();
  const { line, round } = pictured;
  const [told, setTold] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = (text: string, bad = false): void => {
    setTold({ text, bad });
    announce(text);
  };
  async function run(act: () => Promise<string | { refused: string }>): Promise<void> {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (typeof done === 'string') tell(done);
    else tell(done.refused, true);
  }
  async function save(format: 'png' | 'svg'): Promise<string | { refused: string }> {
    const made = await api.picture(format, pictureOf(here, pictured));
    if (!made.ok) return { refused: sayRefusal(made.refusal) };
    const name = pictureName(here, pictured, format);
    saveBlob(made.value, name);
    return say('pic.saved', { name });
  }
  async function copy(): Promise<string | { refused: string }> {
    const making = api.picture('png', pictureOf(here, pictured));
    if (await copyPicture(making)) return say('pic.copied');
    const made = await making;
    if (!made.ok) return { refused: sayRefusal(made.refusal) };
    saveBlob(made.value, pictureName(here, pictured, 'png'));
    return say('pic.instead');
  }
  const of = say('pic.of', { n: line.number, round: round === null ? '' : say(`res.round.${round}`) });
  return (
    <div class="take-away">
      {canCopy() && (
        <button type="button" class="button small" disabled={busy} onClick={() => void run(copy)}>
          {say('pic.copy')} <span class="visually-hidden">{of}</span>
        </button>
      )}
      <button
        type="button"
        class="button small"
        disabled={busy}
        onClick={() => void run(async () => save('png'))}
      >
        {say('pic.png')} <span class="visually-hidden">{of}</span>
      </button>
      <button
        type="button"
        class="button small"
        disabled={busy}
        onClick={() => void run(async () => save('svg'))}
      >
        {say('pic.svg')} <span class="visually-hidden">{of}</span>
      </button>
      {told !== null && <span class={told.bad ? 'fault' : 'quiet'}>{told.text}</span>}
    </div>
  );
}
