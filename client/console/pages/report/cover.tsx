/** Title and subtitle of the report, and what it may tell of when and where. */
import { Checks } from '../parts/choices.tsx';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { Sheet } from './sheet.tsx';

export function Cover() {
  const { id, desk, doc, page } = useWriting();
  const facts = [...(doc.showDates ? ['dates'] : []), ...(doc.showPlaces ? ['places'] : [])];
  return (
    <Sheet name="cover" after={<a href={`/console/c/${id}#about`}>{say('rep.cover.change')}</a>}>
      <TextField
        path="title"
        label={say('rep.title')}
        hint={say('rep.title.hint', { title: page.title })}
        value={doc.title}
        onInput={(title) => desk.change((d) => ({ ...d, title }), 'title')}
        onBlur={() => desk.settle()}
      />
      <TextField
        path="subtitle"
        label={say('rep.subtitle')}
        value={doc.subtitle}
        onInput={(subtitle) => desk.change((d) => ({ ...d, subtitle }), 'subtitle')}
        onBlur={() => desk.settle()}
      />
      <Checks
        path="showDates"
        legend={say('rep.facts')}
        hint={say('rep.facts.hint')}
        value={facts}
        options={[
          { value: 'dates', label: say('rep.facts.dates') },
          { value: 'places', label: say('rep.facts.places') },
        ]}
        onChange={(which, on) =>
          desk.change((d) => (which === 'dates' ? { ...d, showDates: on } : { ...d, showPlaces: on }), null)
        }
      />
    </Sheet>
  );
}
