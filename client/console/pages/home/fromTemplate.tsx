/** Begin from one of the templates that ship. */
import { useState } from 'preact/hooks';
import type { TemplateItem } from '../../../../core/api.ts';
import { api } from '../../api.ts';
import { Radios } from '../parts/choices.tsx';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { Summary } from '../parts/summary.tsx';
import { say } from '../say.ts';
import { useBegin } from './useBegin.ts';

export function FromTemplate() {
  const { state, again } = useLoaded(api.templates);
  return (
    <Loaded state={state} again={again}>
      {(list) => <Choose list={list} />}
    </Loaded>
  );
}

function Choose({ list }: { list: readonly TemplateItem[] }) {
  const [chosen, setChosen] = useState(list[0]?.id ?? '');
  const { busy, faults, begin } = useBegin();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin(async () => api.create({ template: chosen }));
      }}
    >
      <Summary faults={faults} />
      <Radios
        path="template"
        legend={say('begin.template.legend')}
        value={chosen}
        options={list.map((t) => ({ value: t.id, label: t.title, hint: t.about }))}
        onChange={setChosen}
      />
      <button type="submit" class="button button-main" disabled={busy}>
        {say(busy ? 'begin.working' : 'begin.template.use')}
      </button>
    </form>
  );
}
