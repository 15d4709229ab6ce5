/** Names by which things are known in each file of qualitative analysis, so that what comes back is known again. */

/** What came with such an id from elsewhere keeps it. */
const named = (kind: string, id: string): string =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/u.test(id) ? id : `${kind} ${id}`;

export const themeId = (id: string): string => named('theme', id);
export const pointId = (session: string, id: string): string => `point ${session} ${id}`;
export const postitId = (session: string, postit: string): string => `postit ${session} ${postit}`;
export const discussionId = (session: string): string => named('discussion', session);
export const postitsId = (session: string): string => `post-its ${session}`;
/** Of an interview or document. */
export const textId = (id: string): string => named('text', id);
export const passageId = (id: string): string => named('passage', id);
