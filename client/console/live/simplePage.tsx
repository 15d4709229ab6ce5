/** The frame of the live screen's quiet states: before the lobby, after the end, nothing here. */
import type { ComponentChildren } from 'preact';
import { may } from '../staff.ts';
import { Marks } from './header.tsx';
import { say } from './words.ts';

/** @param props.consultation its id, for the way back; empty when it is not known */
export function SimplePage(props: {
  title: string;
  over?: string;
  consultation: string;
  sample?: boolean;
  rehearsal?: boolean;
  children: ComponentChildren;
}) {
  const { consultation } = props;
  const back = consultation !== '' && may('PUT /api/consultations/:id');
  return (
    <main class="simple">
      <p class="simple-way">
        <a href={back ? `/console/c/${consultation}` : '/console'}>
          {say(back ? 'page.consultation' : 'page.home')}
        </a>
        <Marks view={{ sample: props.sample === true, session: { rehearsal: props.rehearsal === true } }} />
      </p>
      {props.over !== undefined && <p class="simple-over">{props.over}</p>}
      <h1>{props.title}</h1>
      {props.children}
    </main>
  );
}
