/** The route that draws a figure as a picture, to be copied or saved. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { refuse } from '../../core/refusal.ts';
import { pictureSchema } from '../../core/schemaPicture.ts';
import { sendRefusal } from './json.ts';

/** Sixty rows with long names fit many times over. */
const BODY_BYTES = 300_000;

/** @returns the route POST /api/picture; a picture that is not as `pictureSchema` has it is refused */
export function pictureRoutes(): Router {
  const router = express.Router();
  router.post('/api/picture', express.json({ limit: BODY_BYTES }), (req, res, next) => {
    const parsed = v.safeParse(pictureSchema, req.body);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      sendRefusal(res, refuse('bad-message', v.getDotPath(issue) ?? 'body', issue.message));
      return;
    }
    const { format, picture } = parsed.output;
    // Not before: what draws takes memory that most rooms have a better use for.
    import('../report/chart/drawChart.ts')
      .then(({ drawChart }) => drawChart(picture, format))
      .then(({ bytes }) => res.type(format).send(bytes))
      .catch(next);
  });
  return router;
}
