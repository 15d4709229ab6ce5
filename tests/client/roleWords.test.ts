/** What is said of a role where a device is added, held against what it may do. */
import { expect, test } from '@jest/globals';
import { STAFF_EN } from '../../client/console/pages/messages/staff.en.ts';
import { ROUTES, type RouteKey } from '../../core/access.ts';
import type { Role } from '../../core/staff.ts';

const DOES: [route: RouteKey, words: RegExp][] = [
  ['POST /api/sessions/:id/talk', /[Nn]otes what is said|what was said/],
  ['POST /api/consultations/:id/themes', /under themes/],
  ['POST /api/consultations/:id/recommendations', /recommendations/],
  ['GET /api/consultations/:id/interview', /interviews/],
  ['POST /api/sessions/:id/slips', /paper/],
];

test.each(['scribe', 'researcher'] as const)(
  'T2 P6 what a %s is said to do is what the table lets it do',
  (role: Role) => {
    const hint = STAFF_EN[`add.${role as 'scribe'}.hint`];
    for (const [route, words] of DOES) {
      const admission = ROUTES[route];
      const may = typeof admission === 'object' && admission.roles.includes(role);
      expect([route, words.test(hint)]).toEqual([route, may]);
    }
    expect(hint).not.toMatch(/no changes/i);
  },
);
