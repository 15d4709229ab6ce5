/** The routes of an app, as its routers have them. */
import type { Express } from 'express';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** @returns `METHOD /path` for each, in the order in which they are asked */
export function routesOf(app: Express): string[] {
  return listed((app.router as unknown as { stack: Layer[] }).stack);
}

function listed(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route === undefined) return listed(handle.stack ?? []);
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
    return methods.flatMap((method) => [route.path].flat().map((path) => `${method} ${path}`));
  });
}
