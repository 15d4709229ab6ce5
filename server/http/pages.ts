/** The pages: phone, console, projector, shared tablet; their scripts, styles, fonts and pictures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import Handlebars from 'handlebars';
import { builtClient, manifestKey, type Screen } from '../../build/client.ts';
import { readCode } from '../../core/id.ts';
import type { Rooms } from '../use/sessions.ts';
import { text } from './json.ts';
import { phoneAssets, type BuiltPart } from './phoneAssets.ts';
import type { RoomWatch } from '../use/roomCheck.ts';

/** The script and the styles of a page, from the build's manifest. */
export function assetsOf(manifest: Record<string, BuiltPart>, name: Screen) {
  const entry = manifest[manifestKey(name)];
  if (entry === undefined) throw new Error(`the build has no ${name} page`);
  const styles = new Set<string>();
  const seen = new Set<BuiltPart>();
  const collect = (chunk: BuiltPart): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const css of chunk.css ?? []) styles.add(`/assets/${css}`);
    for (const key of chunk.imports ?? []) {
      const imported = manifest[key];
      if (imported !== undefined) collect(imported);
    }
  };
  collect(entry);
  return { script: `/assets/${entry.file}`, styles: [...styles] };
}

/** The build's manifest of scripts and styles. */
export function readManifest(): Record<string, BuiltPart> {
  return JSON.parse(readFileSync(join(builtClient, 'manifest.json'), 'utf8'));
}

/**
 * @param root the project's folder
 * @param taken whether a session that is running came here from another laptop
 */
export function pages(root: string, rooms: Rooms, watch: RoomWatch, taken: () => boolean): Router {
  const router = express.Router();
  const manifest = readManifest();
  const page = (name: Screen, title: string) => {
    const template = Handlebars.compile(readFileSync(join(root, `templates/${name}.hbs`), 'utf8'));
    const assets = assetsOf(manifest, name);
    return (res: Response, values: Record<string, string>): void => {
      res.set('Cache-Control', 'no-store').type('html');
      res.send(template({ lang: 'en', title, ...assets, ...values }));
    };
  };
  const phone = page('phone', 'Standpoint');
  const desk = page('console', 'Standpoint console');
  const projector = page('projector', 'Standpoint');
  const tablet = page('tablet', 'Standpoint');

  const servePhone = (req: Request, res: Response): void => {
    watch.visited(req.socket.localAddress ?? '', req.socket.remoteAddress ?? '');
    // Told for all codes alike: a page must not be a way to find one out.
    phone(res, { code: readCode(text(req.params['code'])) ?? '', taken: taken() ? 'yes' : '' });
  };
  router.get('/j', servePhone);
  router.get('/j/:code', servePhone);
  // `/pair` is where another device types its PIN; the page finds out what it is to show.
  router.get(['/pair', '/console', '/console/*rest'], (_req, res) => desk(res, {}));
  router.get('/projector/:session', (req, res) => projector(res, { session: text(req.params['session']) }));
  router.get('/tablet/:session', (req, res) => tablet(res, { session: text(req.params['session']) }));
  router.get('/', (_req, res) => res.redirect('/j'));
  const icon = readFileSync(join(root, 'templates/icon.svg'));
  router.get('/favicon.ico', (_req, res) => {
    res.set('Cache-Control', 'max-age=86400').type('svg').send(icon);
  });
  router.get('/pictures/:hash', (req, res, next) => {
    for (const running of rooms.all()) {
      const picture = running.pictures.get(req.params.hash);
      if (picture === undefined) continue;
      res.set('Cache-Control', 'private, max-age=3600').type(picture.type).send(picture.bytes);
      return;
    }
    next();
  });
  router.use(phoneAssets(manifest));
  router.use('/assets', express.static(builtClient, { immutable: true, maxAge: '1y', index: false }));
  return router;
}
