/** A laptop whose disk, battery, clocks and heartbeat are what a test says. */
import type { Saving } from '../../core/laptop.ts';
import type { Battery } from '../../server/laptop/battery.ts';
import type { LaptopPorts } from '../../server/laptop/watch.ts';

export interface MadeLaptop {
  ports: LaptopPorts;
  free: number | null;
  writing: Saving;
  power: Battery | null;
  steady: number;
  wall: number;
  /** How long the oldest commit has waited. */
  waited: number;
  look(): void;
  /** Lets two seconds go by. */
  beat(): Promise<void>;
}

export function madeLaptop(): MadeLaptop {
  let beat: () => Promise<void> = async () => undefined;
  let look: () => void = () => undefined;
  const made: MadeLaptop = {
    free: 50e9,
    writing: 'ok',
    power: null,
    steady: 1000,
    wall: 1_700_000_000_000,
    waited: 0,
    look: () => look(),
    ports: {
      free: async () => made.free,
      tryWriting: async () => made.writing,
      battery: async () => made.power,
      steady: () => made.steady,
      wall: () => made.wall,
      waited: () => made.waited,
      looks: (given) => {
        look = given;
        return () => void (look = () => undefined);
      },
      beats: (given) => {
        beat = given;
        return () => void (beat = async () => undefined);
      },
    },
    beat: () => {
      made.steady += 2000;
      made.wall += 2000;
      return beat();
    },
  };
  return made;
}
