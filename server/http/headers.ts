/** What every answer carries, and what every request has to: the site's own headers. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { refuse } from '../../core/refusal.ts';
import type { Guard } from './guard.ts';
import { sendRefusal } from './json.ts';

/** What no screen of ours asks a device for. The clipboard, the whole screen and keeping it awake are asked for. */
const NEVER = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];
const NEVER_POLICY = NEVER.map((feature) => `${feature}=()`).join(', ');

/** Plain http on the hall's network: nothing that needs TLS may be demanded. */
export function securityHeaders(): RequestHandler {
  const set = helmet({
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // No text becomes markup or a script, not even by a mistake of ours: no code may make a policy for it.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
  });
  return (req, res, next) => {
    res.set('Permissions-Policy', NEVER_POLICY);
    set(req, res, next);
  };
}

/** Refuses whoever comes by a name, or from a page, that is not ours. */
export function hostCheck(guard: Guard): RequestHandler {
  return (req, res, next) => (guard.sameSite(req) ? next() : sendRefusal(res, refuse('wrong-origin')));
}

/**
 * Another site cannot send this header without being asked first, and is never answered yes. What only
 * reads comes without an Origin; browsers say themselves where it was begun, on the laptop and over TLS.
 */
export const ownHeader: RequestHandler = (req, res, next) => {
  res.set('Cache-Control', 'no-store');
  const from = req.get('Sec-Fetch-Site');
  if (from !== undefined && from !== 'same-origin' && from !== 'none')
    sendRefusal(res, refuse('wrong-origin', 'Sec-Fetch-Site'));
  else if (req.method === 'GET' || req.method === 'HEAD' || req.get('X-Standpoint') === '1') next();
  else sendRefusal(res, refuse('wrong-origin', 'X-Standpoint'));
};
