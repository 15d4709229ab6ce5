/** A Wi-Fi of a fault's own: a namespace with phones behind one address, a cable that can be pulled, packets that get lost. */
import { execFileSync } from 'node:child_process';

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

export class Network {
  readonly #name: string;
  readonly #host: string;
  /** Where the server is for those inside. */
  readonly address: string;
  readonly #leave = (): void => this.remove();

  /** @param n 0 to 250, another for each network that is there at a time */
  constructor(n: number) {
    this.#name = `standpoint${process.pid}`;
    this.#host = `sp${process.pid % 100_000}h`;
    const inside = `sp${process.pid % 100_000}p`;
    this.address = `10.77.${n}.1`;
    process.once('exit', this.#leave);
    run('ip', 'netns', 'add', this.#name);
    run('ip', 'link', 'add', this.#host, 'type', 'veth', 'peer', 'name', inside, 'netns', this.#name);
    run('ip', 'address', 'add', `${this.address}/24`, 'dev', this.#host);
    run('ip', 'link', 'set', this.#host, 'up');
    for (const line of [
      `address add 10.77.${n}.2/24 dev ${inside}`,
      `link set ${inside} up`,
      'link set lo up',
    ])
      run('ip', '-n', this.#name, ...line.split(' '));
  }

  /** What a process is started through to be inside. */
  get through(): string[] {
    return ['ip', 'netns', 'exec', this.#name];
  }

  down(): void {
    run('ip', 'link', 'set', this.#host, 'down');
  }

  up(): void {
    run('ip', 'link', 'set', this.#host, 'up');
  }

  /** So many of a hundred packets to the phones, and as many from them, never arrive. */
  lose(percent: number): void {
    const rules = ['input', 'output'].map(
      (hook) =>
        `chain ${hook} { type filter hook ${hook} priority 0; numgen random mod 100 < ${percent} drop; }\n`,
    );
    execFileSync('ip', ['netns', 'exec', this.#name, 'nft', '-f', '-'], {
      input: `table inet lossy {\n${rules.join('')} }\n`,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  }

  remove(): void {
    process.off('exit', this.#leave);
    for (const args of [
      ['link', 'delete', this.#host],
      ['netns', 'delete', this.#name],
    ])
      try {
        run('ip', ...args);
      } catch {
        // It was not made, or went with the other.
      }
  }
}
