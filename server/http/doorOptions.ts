/** What both doors, http and TLS, allow of a request. */
import { TIMES } from '../../core/limits.ts';

export const DOOR = {
  maxHeaderSize: 8192,
  headersTimeout: TIMES.headMs,
  requestTimeout: TIMES.staffBodyMs,
  connectionsCheckingInterval: 5000,
} as const;
