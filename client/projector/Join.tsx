/** How to join: the code and the QR code, as large as they go, and the three steps. */
import type { ComponentChildren } from 'preact';
import { showCode } from '../../core/id.ts';
import type { ProjectorView } from '../../core/view.ts';
import { Qr } from '../shared/qr.tsx';
import { Fit } from './Fit.tsx';
import { say } from './words.ts';

interface Props {
  view: ProjectorView;
  heading: string;
  most: number;
  /** How large the code gets at most, where something else counts more. */
  codeMost?: number;
  children?: ComponentChildren;
}

export function Join({ view, heading, most, codeMost = 18, children }: Props) {
  const url = `${view.address}/j/${view.code}`;
  return (
    <div class="join">
      <div class="join-text">
        <Fit most={most} hug={23} of={heading}>
          <h1 dir="auto">{heading}</h1>
        </Fit>
        {children}
        <Fit most={codeMost} hug={22} of={view.code}>
          <p class="code">
            <span class="visually-hidden">{say('join.code')}</span> <bdi>{showCode(view.code)}</bdi>
          </p>
        </Fit>
        <ol class="steps">
          <li>{say('join.wifi')}</li>
          <li>{say('join.open', { address: `${view.address}/j` })}</li>
          <li>{say('join.type')}</li>
        </ol>
        <p class="joined">{view.joined === null ? '' : say('people', { n: view.joined })}</p>
      </div>
      <Qr text={url} label={say('join.qr', { url })} />
    </div>
  );
}
