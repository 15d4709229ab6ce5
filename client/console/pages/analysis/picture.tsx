/** Taking a figure away as a picture: its question, how many people and the dates are in it. */
import { useState } from 'preact/hooks';
import type { Line } from '../../../../core/analysis/lines.ts';
import type { ChartRow } from '../../../../core/chart/bars.ts';
import type { ChartPicture } from '../../../../core/chart/picture.ts';
import type { Reach } from '../../../../core/chart/reach.ts';
import { api } from '../../api.ts';
import { LANGUAGE, sayDate } from '../../words.ts';
import { announce } from '../parts/shell.tsx';
import { say, sayRefusal } from '../say.ts';
import { useAnalysis, type Analysis } from './context.ts';
import { canCopy, copyPicture, saveBlob } from './takeAway.ts';

interface Props {
  line: Line;
  /** Null where there is only one. */
  round: 1 | 2 | null;
  rows: readonly ChartRow[];
  reach: Reach;
}

/** Fits a page of A4 between its margins. */
const WIDTH = 640;

export function PictureButtons({ line, round, rows, reach }: Props) {
  const here = useAnalysis();
  const [told, setTold] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const picture = (): ChartPicture => ({
    title: line.statement.text,
    subtitle: subtitleOf(here, round, rows),
    rows: rows.map(({ label, figure: { counts, n } }) => ({ label, figure: { counts, n } })),
    scale: line.statement.scale,
    reach,
    neutral: here.view.neutral,
    hatched: here.view.hatched,
    width: WIDTH,
    footer: say(here.page.sample ? 'pic.footer.sample' : 'pic.footer', { title: here.page.title }),
    captioned: false,
    lang: LANGUAGE,
  });
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
    const made = await api.picture(format, picture());
    if (!made.ok) return { refused: sayRefusal(made.refusal) };
    const name = nameOf(here, line, round, format);
    saveBlob(made.value, name);
    return say('pic.saved', { name });
  }
  async function copy(): Promise<string | { refused: string }> {
    const making = api.picture('png', picture());
    if (await copyPicture(making)) return say('pic.copied');
    const made = await making;
    if (!made.ok) return { refused: sayRefusal(made.refusal) };
    saveBlob(made.value, nameOf(here, line, round, 'png'));
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

/** Who was asked, how many answered, when: a line each. */
function subtitleOf(here: Analysis, round: 1 | 2 | null, rows: readonly ChartRow[]): string[] {
  const { page, view } = here;
  const of = page.sessions.filter(
    (s) => view.chosen.sessions.length === 0 || view.chosen.sessions.includes(s.id),
  );
  const dates = of.map((s) => s.date).toSorted();
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  const everyone = rows[0]?.figure;
  const apart = everyone === undefined ? 0 : everyone.declined.n + everyone.declined.x;
  return [
    say(apart === 0 ? 'pic.people' : 'pic.people.declined', { n: everyone?.n ?? 0, apart }),
    [
      round === null ? '' : say(`res.round.${round}`),
      say('pic.sessions', { n: of.length }),
      from === to ? sayDate(from) : say('pic.dates', { from: sayDate(from), to: sayDate(to) }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ];
}

/** Date first, plain letters only, so that it sorts and can be sent anywhere. */
function nameOf({ page }: Analysis, line: Line, round: 1 | 2 | null, format: string): string {
  const last =
    page.sessions
      .map((s) => s.date)
      .toSorted()
      .at(-1) ?? '';
  const plain = page.title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const parts = [last, plain, `statement-${line.number}`, ...(round === null ? [] : [`round-${round}`])];
  return `${page.sample ? 'SAMPLE_' : ''}${parts.filter((part) => part !== '').join('_')}_CONFIDENTIAL-TEAM-ONLY.${format}`;
}
