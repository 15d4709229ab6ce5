/** What is wrong with the laptop while a session runs, calmly, and what to do about it. */
import type { LaptopState } from '../../../core/laptop.ts';
import { sayLaptop, troublesOf } from '../laptopWords.ts';
import { may } from '../staff.ts';

/** Always there, so that what appears in it is spoken. */
export function LaptopBanner({ laptop }: { laptop: LaptopState }) {
  return (
    <div role="status">
      {troublesOf(laptop).map(({ what, title, text }) => (
        <div class={what === 'saving' ? 'banner banner-stop' : 'banner banner-warn'} key={what}>
          <p>
            <strong>{title}</strong> <span>{text}</span>
          </p>
          {what === 'elsewhere' && may('POST /api/stick/elsewhere') && (
            <a class="button" href="/console/laptop">
              {sayLaptop('stick.elsewhere.go')}
            </a>
          )}
        </div>
      ))}
    </div>
  );
}
