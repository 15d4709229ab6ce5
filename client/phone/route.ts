/**
 * Where on the phone someone is. The address stays /j/CODE; the place is kept in the history entry, so
 * that Back works, a refresh stays, and the address shows nothing.
 *
 * Places: '' what the room sees; 'help', 'later', 'leave', 'return', 'moved', 'alone', 'told' aside from it; 'first' before consent; 'c0'… a step of consent; 'ask', 'group', 'quote', 'no'; 'list'; 'b3' a board; 'heard' and 'bye' after the end.
 * A step within one stands behind a stroke: 'alone/form'.
 */
export function currentRoute(): string {
  const state: unknown = history.state;
  return typeof state === 'string' ? state.replace(/\/.*/, '') : '';
}

export function pushRoute(route: string): void {
  if (route !== currentRoute()) history.pushState(route, '');
}

export function replaceRoute(route: string, path?: string): void {
  history.replaceState(route, '', path);
}

/** Whether a place is aside from the room, which then does not take anybody away from it. */
export function isAside(route: string): boolean {
  return ['help', 'later', 'leave', 'return', 'moved', 'alone', 'told'].includes(route);
}
