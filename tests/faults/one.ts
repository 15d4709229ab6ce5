/** One fault, in a process of its own: `node tests/faults/one.ts F1 [--long]`. Its finding goes to whoever asked. */
import { FAULTS } from './list.ts';

const [id, form] = process.argv.slice(2);
const fault = FAULTS.find((one) => one.id === id);
if (fault === undefined) {
  process.stderr.write(`Which of ${FAULTS.map((one) => one.id).join(', ')}?\n`);
  process.exit(2);
}
const finding = await fault.run({ long: form === '--long' });
if (process.send === undefined) process.stdout.write(`${JSON.stringify(finding, null, 2)}\n`);
else await new Promise((done) => process.send?.(finding, done));
// Whatever it started ends with it (bench/processes.ts).
process.exit(0);
