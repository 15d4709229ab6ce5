/**
 * Whether the program is alive, and whether it takes anybody in. For whoever looks after a server: answered
 * to everyone, from the moment the port is open until it is closed, and says nothing about anybody.
 */
import express, { type Router } from 'express';
import type { NotReady } from '../../core/laptop.ts';

/**
 * @param notReady why nobody is taken in just now; null: all is well
 * @param copyFails copies of a running session cannot be written, which keeps nobody out
 */
export function healthRoutes(notReady: () => NotReady | null, copyFails = (): boolean => false): Router {
  const router = express.Router();
  router.use(['/health', '/ready'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/health', (_req, res) => void res.json({ alive: true }));
  router.get('/ready', (_req, res) => {
    const reason = notReady();
    if (reason === null) res.json(copyFails() ? { ready: true, warning: 'copies' } : { ready: true });
    else res.status(503).json({ ready: false, reason });
  });
  return router;
}
