/** The time of day of this laptop, to the minute ("14:05"). Of copies only: nothing of participants has a time. */
export function minuteOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}
