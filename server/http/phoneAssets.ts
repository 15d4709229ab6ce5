/**
 * Scripts, styles and fonts of the phone's page, out of memory: reading a file waits for one of a few threads, and
 * a stick or a disk that hangs may hold them all while people come in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { builtClient, manifestKey } from '../../build/client.ts';

/** As a build names its parts. */
export interface BuiltPart {
  file: string;
  css?: string[];
  assets?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

/** Everything that a phone may ask for, by its name. */
export function phoneFiles(manifest: Record<string, BuiltPart>): Set<string> {
  const files = new Set<string>();
  const seen = new Set<BuiltPart>();
  const collect = (part: BuiltPart | undefined): void => {
    if (part === undefined || seen.has(part)) return;
    seen.add(part);
    for (const file of [part.file, ...(part.css ?? []), ...(part.assets ?? [])]) files.add(file);
    for (const key of [...(part.imports ?? []), ...(part.dynamicImports ?? [])]) collect(manifest[key]);
  };
  collect(manifest[manifestKey('phone')]);
  return files;
}

export function phoneAssets(manifest: Record<string, BuiltPart>): Router {
  const router = express.Router();
  const kept = new Map(
    [...phoneFiles(manifest)].map((file) => [file, readFileSync(join(builtClient, file))]),
  );
  router.use('/assets', (req, res, next) => {
    const file = req.path.slice(1);
    const bytes = req.method === 'GET' || req.method === 'HEAD' ? kept.get(file) : undefined;
    if (bytes === undefined) return next();
    res.set('Cache-Control', 'public, max-age=31536000, immutable');
    res.type(file.slice(file.lastIndexOf('.'))).send(bytes);
  });
  return router;
}
