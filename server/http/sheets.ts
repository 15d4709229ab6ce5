/** Sheets to print: pages that need nothing but themselves, with no script and no request. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import Handlebars from 'handlebars';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { policyFor } from '../report/web/policy.ts';
import type { Store } from '../store/store.ts';
import { sheetFacts, SHEETS } from '../use/sheets.ts';
import { sendRefusal, text } from './json.ts';

/** @param root the project's folder, with `templates/sheets` */
export function sheetRoutes(store: Store, root: string, today: () => string): Router {
  const read = (name: string): string => readFileSync(join(root, 'templates/sheets', name), 'utf8');
  const handlebars = Handlebars.create();
  handlebars.registerPartial('layout', read('layout.hbs'));
  const parts = read('parts.hbs');
  const style = read('sheet.css');
  const policy = policyFor(createHash('sha256').update(style).digest('base64'));
  const sheets = new Map<string, HandlebarsTemplateDelegate>(
    SHEETS.map((name) => [name, handlebars.compile(parts + read(`${name}.hbs`))]),
  );

  const router = express.Router();
  router.get('/api/consultations/:id/sheets/:name', (req, res, next) => {
    const run = async (): Promise<void> => {
      const sheet = sheets.get(text(req.params['name']));
      if (sheet === undefined) return sendRefusal(res, refuse('no-such-page', 'name'));
      const facts = await sheetFacts(store, text(req.params['id']), today());
      if (isRefusal(facts)) return sendRefusal(res, facts);
      res.set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
      res.set('Cache-Control', 'no-store').type('html');
      res.send(sheet({ ...facts, style }));
    };
    run().catch(next);
  });
  return router;
}
