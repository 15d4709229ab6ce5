/** The time of day of this laptop, to the minute ("14:05"). Of copies only: nothing of participants has a time. */
export function minuteOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}

/** A day of this laptop's clock, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
