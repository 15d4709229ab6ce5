/** What each page asks for: whoever may not is not shown the page, nor a way to it. */
import type { RouteKey } from '../../core/access.ts';
import type { Page } from './routes.ts';
import { may, mayCommand } from './staff.ts';

const NEEDS: Record<Exclude<Page['page'], 'live'>, RouteKey> = {
  home: 'GET /api/consultations',
  editor: 'PUT /api/consultations/:id',
  results: 'GET /api/consultations/:id/analysis',
  waves: 'GET /api/consultations/:id/waves',
  report: 'GET /api/consultations/:id/report',
  alone: 'GET /api/consultations/:id/alone',
  concerns: 'GET /api/consultations/:id/concerns',
  wall: 'GET /api/sessions/:id/wall',
  slips: 'POST /api/sessions/:id/slips',
  talk: 'GET /api/sessions/:id/talk',
  themes: 'GET /api/consultations/:id/themes',
  secondCoder: 'POST /api/consultations/:id/themes',
  caseStudies: 'GET /api/consultations/:id/case-studies',
  readBack: 'GET /api/consultations/:id/case-studies',
  readBackWindow: 'GET /api/consultations/:id/case-studies',
  recommendations: 'GET /api/consultations/:id/recommendations',
  told: 'PUT /api/consultations/:id/told',
  sources: 'GET /api/consultations/:id/themes',
  interview: 'GET /api/consultations/:id/interview',
  heard: 'GET /api/consultations/:id',
  paper: 'POST /api/consultations/:id/paper',
  staff: 'GET /api/staff/devices',
  log: 'GET /api/staff/log',
  laptop: 'GET /api/laptop',
};

export function mayOpen(page: Page['page']): boolean {
  return page === 'live' ? mayCommand('note') : may(NEEDS[page]);
}
