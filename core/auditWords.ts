/** An entry of the log in words, the same on the page and in the file. */
import { speaker } from './message.ts';
import { auditEn } from './messages/audit.en.ts';
import type { AuditEntry } from './staffApi.ts';
import { ROLES, type Role } from './staff.ts';

export const sayAudit = speaker(auditEn, 'en-GB');

/** Who it was: the laptop, the command line, or a device by its own name and role. */
export function auditWho({ place, role, name }: Pick<AuditEntry, 'place' | 'role' | 'name'>): string {
  if (place !== 'device' || role === null) return sayAudit(`who.${place === 'device' ? 'nobody' : place}`);
  return sayAudit('who.device', { name, role: sayAudit(`role.${role}`) });
}

export function auditDid({ what, detail }: Pick<AuditEntry, 'what' | 'detail'>): string {
  const role = ROLES.find((one): one is Role => one === detail);
  const isRole = role !== undefined && (what === 'joined' || what === 'pairing-begun');
  const said = isRole ? sayAudit(`role.${role}`).toLowerCase() : detail;
  return sayAudit(`did.${what}`, { detail: said === '' ? sayAudit('who.laptop') : said });
}

/** The consultation's title; one that has been removed has none any more. */
export function auditAbout({ consultation, title }: Pick<AuditEntry, 'consultation' | 'title'>): string {
  if (consultation === '') return '';
  return title ?? sayAudit('about.gone');
}

/** `2026-11-22 14:05:09`, by the clock that `zone` names; the laptop's own when left out. */
export function auditTime(at: number, zone?: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return parts.format(at);
}
