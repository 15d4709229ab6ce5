/** From the first screen to the yes: language, what people are told, the question, group, quoting. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Info } from '../../core/view.ts';
import type { AppProps } from './app.tsx';
import { AskScreen, ConsentScreen, LanguageScreen } from './consent.tsx';
import { Moved } from './laterLoader.tsx';
import { GroupScreen, QuoteScreen } from './join.tsx';
import { DoorScreen, NoScreen } from './rest.tsx';

/** Nothing is sent from here before the last yes; a no sends nothing at all. */
export function Entry(props: AppProps & { info: Info; doorLocked: boolean }): JSX.Element {
  const { info, phone, route, go } = props;
  const only = info.groups.length === 1 ? info.groups.map((g) => g.id) : [];
  const [groups, setGroups] = useState(only);
  const back = (): void => history.back();
  const asks = info.groups.length > 1;
  if (route === 'no') return <NoScreen back={() => go('ask')} />;
  // What was chosen so far is still there when the door opens.
  if (props.doorLocked) return <DoorScreen />;
  if (route === 'ask')
    return <AskScreen yes={() => go(asks ? 'group' : 'quote')} no={() => go('no')} back={back} />;
  // After a refresh the choice of group is gone, and is asked again.
  if (route === 'group' || (route === 'quote' && asks && groups.length === 0))
    return <GroupScreen info={info} chosen={groups} choose={setGroups} go={() => go('quote')} back={back} />;
  if (route === 'quote')
    return <QuoteScreen phone={phone} join={(quote) => phone.join({ groups, quote })} back={back} />;
  const choice = info.languages.length > 1;
  if (route === '' && info.moved)
    return (
      <Moved
        show={({ BeforeScreen }) => (
          <BeforeScreen code={() => go('return')} fresh={() => go(choice ? 'first' : 'c0')} />
        )}
      />
    );
  if (choice && (route === '' || route === 'first'))
    return (
      <LanguageScreen
        languages={info.languages}
        choose={(lang) => {
          props.setLang(lang);
          go('c0');
        }}
      />
    );
  const at = Number(route.slice(1));
  return <ConsentScreen info={info} at={at} go={go} back={at > 0 || choice ? back : null} />;
}
