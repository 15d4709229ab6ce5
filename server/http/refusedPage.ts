/** What a browser is shown in the place of a page that it may not have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'express';
import Handlebars from 'handlebars';
import { type Refusal, type RefusalCode } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { refusedEn } from '../../core/messages/refused.en.ts';
import { statusOf } from './json.ts';
import { assetsOf, readManifest } from './pages.ts';

/** @param root the project's folder */
export function refusedPage(root: string): (res: Response, refusal: Refusal) => void {
  const template = Handlebars.compile(readFileSync(join(root, 'templates/refused.hbs'), 'utf8'));
  const { styles } = assetsOf(readManifest(), 'console');
  return (res, refusal) => {
    const code: RefusalCode = refusal.refusal;
    const hint = Object.hasOwn(refusedEn.hints, code) ? refusedEn.hints[code] : undefined;
    res.status(statusOf(refusal)).set('Cache-Control', 'no-store').type('html');
    res.send(template({ ...refusedEn, styles, text: REFUSALS[code].wording, ...hint }));
  };
}
