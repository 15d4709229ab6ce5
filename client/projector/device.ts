/** The screen itself: no pointer once it rests, the display stays on, F fills the screen. */

/** How long the pointer rests before it goes, in milliseconds. */
const REST_MS = 3000;

export function hideRestingPointer(): void {
  const root = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const seen = (): void => {
    root.classList.remove('no-pointer');
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.add('no-pointer'), REST_MS);
  };
  addEventListener('pointermove', seen, { passive: true });
  seen();
}

/** Where the page may ask for it: on the laptop itself, which counts as secure. */
export function keepDisplayOn(): void {
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // A refusal (low battery) leaves the display to the laptop's own settings.
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

export function fillScreenByKey(): void {
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
    const change =
      document.fullscreenElement === null
        ? document.documentElement.requestFullscreen()
        : document.exitFullscreen();
    change.catch(() => undefined);
  });
}
