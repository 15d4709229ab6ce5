/** A tablet that was put down in the middle: after a while it asks, and then forgets whoever had it. */
export interface Idle {
  /** Somebody touches the screen. */
  touched(): void;
  /** Whoever was asked is still there. */
  goOn(): void;
  /** Whether anybody has the tablet, so that time runs. */
  watch(on: boolean): void;
}

/** @param ask shows the question, or with false takes it away; @param drop forgets who had it */
export function makeIdle(
  times: { idleMs: number; askMs: number },
  ask: (on: boolean) => void,
  drop: () => void,
): Idle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watching = false;
  let asking = false;

  const start = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      asking = true;
      ask(true);
      timer = setTimeout(() => {
        asking = false;
        ask(false);
        drop();
      }, times.askMs);
    }, times.idleMs);
  };
  const stopAsking = (): void => {
    if (!asking) return;
    asking = false;
    ask(false);
  };

  return {
    touched() {
      // While it asks, only its answer counts: a hand that takes the tablet up is not the person who put it down.
      if (watching && !asking) start();
    },
    goOn() {
      stopAsking();
      if (watching) start();
    },
    watch(on) {
      if (on === watching) return;
      watching = on;
      stopAsking();
      if (on) start();
      else clearTimeout(timer);
    },
  };
}
