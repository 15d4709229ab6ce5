/** What people talked about: which of it is quoted, and the researchers' own words on saturation. */
import { useId } from 'preact/hooks';
import type { QuotablePoint } from '../../../../core/report/quotable.ts';
import { LIMITS } from '../../../../core/limits.ts';
import type { PointReview } from '../../../../core/report/document.ts';
import { capMarks } from '../../../../core/text.ts';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { byTheme, pointReview, pointSigns, putPoint, reworded } from './pointEdits.ts';
import { Sheet } from './sheet.tsx';

export function Talk() {
  const { id, desk, doc, page } = useWriting();
  const { themes, points } = page.talk;
  return (
    <Sheet name="talk">
      {themes === 0 ? (
        <p>{say('rep.talk.none')}</p>
      ) : (
        <>
          <h3>{say('rep.talk.quotes')}</h3>
          <p class="hint">{say(points.length === 0 ? 'rep.talk.quotes.none' : 'rep.talk.quotes.hint')}</p>
          {byTheme(points).map(([theme, own]) => (
            <Theme key={theme} theme={theme} points={own} />
          ))}
        </>
      )}
      <p>
        <a href={`/console/c/${id}/themes`}>{say('rep.talk.themes')}</a>
      </p>
      <TextField
        path="saturation"
        label={say('rep.saturation')}
        hint={say('rep.saturation.hint')}
        area
        value={doc.saturation ?? ''}
        onInput={(saturation) => desk.change((d) => ({ ...d, saturation }), 'saturation')}
        onBlur={() => desk.settle()}
      />
    </Sheet>
  );
}

function Theme({ theme, points }: { theme: string; points: readonly QuotablePoint[] }) {
  const { doc } = useWriting();
  const n = points.filter((point) => pointReview(doc, point).chosen).length;
  return (
    <details class="talk-theme">
      <summary>
        <bdi>{capMarks(theme)}</bdi> <span class="quiet">{say('rep.talk.of', { n, of: points.length })}</span>
      </summary>
      <ul class="talk-points">
        {points.map((point) => (
          <Item key={`${point.session} ${point.point}`} point={point} />
        ))}
      </ul>
    </details>
  );
}

function Item({ point }: { point: QuotablePoint }) {
  const { desk, doc } = useWriting();
  const review = pointReview(doc, point);
  const text = useId();
  const put = (next: PointReview, of: string | null = null): void =>
    desk.change((d) => putPoint(d, next), of);
  return (
    <li>
      <blockquote id={text} dir="auto">
        {capMarks(point.text)}
      </blockquote>
      {point.from !== undefined && <p class="quiet">{say('rep.talk.from', { title: point.from })}</p>}
      {(point.dissent || point.themes.length > 1) && (
        <p class="quiet">
          {point.dissent && say('rep.talk.dissent')}{' '}
          {point.themes.length > 1 && say('rep.talk.also', { names: point.themes.slice(1).join(', ') })}
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={review.chosen}
          aria-describedby={text}
          onChange={(event) => put({ ...review, chosen: event.currentTarget.checked })}
        />
        {say('rep.talk.choose')}
      </label>
      {review.chosen && <Words point={point} review={review} original={text} put={put} />}
    </li>
  );
}

function Words(props: {
  point: QuotablePoint;
  review: PointReview;
  /** Id of what was said. */
  original: string;
  /** `field` names what is being typed into, so that typing is one step; null: a step of its own. */
  put: (review: PointReview, field?: string | null) => void;
}) {
  const { point, review, original, put } = props;
  const field = useId();
  const { desk } = useWriting();
  const text = review.published ?? point.text;
  return (
    <div class="talk-words">
      <label for={field}>{say('com.published')}</label>
      <textarea
        id={field}
        rows={3}
        dir="auto"
        maxLength={LIMITS.publishedText}
        aria-describedby={original}
        value={text}
        // As it is typed, so that it is saved and merged as every field of the report is.
        onInput={(event) => put(reworded(review, point, event.currentTarget.value), field)}
        onBlur={() => desk.settle()}
      />
      <p class="said-signs" role="status">
        {text.trim() === '' ? say('com.printed.not') : ''}
      </p>
      {pointSigns(point, text).length > 0 && (
        <ul class="signs">
          {pointSigns(point, text).map(({ word, by }) => (
            <li key={word}>
              <button
                type="button"
                class="button small"
                onClick={() =>
                  put(
                    reworded(
                      review,
                      point,
                      text.replaceAll(word, () => by),
                    ),
                  )
                }
              >
                {say('com.replace', { word, by })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={review.checked}
          onChange={(event) => put({ ...review, checked: event.currentTarget.checked })}
        />
        {say('com.check')}
      </label>
      {review.published !== null && (
        <button type="button" class="button small" onClick={() => put(reworded(review, point, point.text))}>
          {say('com.back')}
        </button>
      )}
    </div>
  );
}
