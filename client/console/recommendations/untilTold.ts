/** What the laptop is asked for once, and again until it has told. */
import { useEffect, useState } from 'preact/hooks';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { later } from '../useAsking.ts';

const AGAIN_MS = 1500;

/**
 * @param ask a function of the module, or one that stays the same while what it asks for does
 * @returns null until it is told
 */
export function useUntilTold<T>(
  ask: (consultation: string) => Promise<T | Refusal>,
  consultation: string,
): T | null {
  const [told, setTold] = useState<T | null>(null);
  useEffect(() => {
    let [gone, cancel] = [false, (): void => undefined];
    const get = async (): Promise<void> => {
      const answer = await ask(consultation);
      if (gone) return;
      if (!isRefusal(answer)) return setTold(answer);
      // What is not there any more is not asked for again.
      const { refusal } = answer;
      if (REFUSALS[refusal].retry || refusal === 'sign-in-needed' || refusal === 'fault')
        cancel = later(() => void get(), AGAIN_MS);
    };
    void get();
    return () => {
      gone = true;
      cancel();
    };
  }, [ask, consultation]);
  return told;
}
