import { expect, test } from '@jest/globals';
import { readConfig } from '../../../server/config.ts';

test('N1 flags win over variables, and both have their usual values', () => {
  expect(readConfig([], {})).toMatchObject({ port: 8080, host: '0.0.0.0', sample: 'when-new' });
  const env = { PORT: '9000', HOST: '127.0.0.1', DATA_DIR: '/tmp/a', SAMPLE: 'no' };
  expect(readConfig([], env)).toEqual({
    port: 9000,
    host: '127.0.0.1',
    data: '/tmp/a',
    sample: 'no',
    open: false,
    tlsPort: 9363,
    tls: null,
    stick: '',
    metricsToken: '',
  });
  expect(readConfig(['--port', '9001', '--sample'], env)).toMatchObject({ port: 9001, sample: 'yes' });
  expect(readConfig(['--no-sample'], {})).toMatchObject({ sample: 'no' });
  expect(readConfig([], { OPEN: 'yes' })).toMatchObject({ open: true });
  expect(readConfig(['--open'], { OPEN: 'no' })).toMatchObject({ open: true });
  expect(readConfig([], { OPEN: 'perhaps' })).toEqual({
    faults: ['--open (OPEN) is "perhaps", expected yes or no.'],
  });
});

test('N1 every wrong value is named at once, by its flag and its variable', () => {
  const wrong = readConfig(['--port', 'high', '--data', ''], { SAMPLE: 'maybe' });
  expect(wrong).toEqual({
    faults: [
      '--port (PORT) is "high", expected a whole number from 0 to 65535.',
      '--data (DATA_DIR) is "", expected a value.',
      '--sample (SAMPLE) is "maybe", expected yes or no.',
    ],
  });
  expect(readConfig(['--port', '70000'], {})).toHaveProperty('faults');
  expect(readConfig(['--prot', '1'], {})).toHaveProperty('faults');
});

test('N1 devices come in 363 ports further on unless that is said otherwise, and a certificate has its key', () => {
  expect(readConfig([], {})).toMatchObject({ tlsPort: 8443, tls: null });
  expect(readConfig(['--port', '0'], {})).toMatchObject({ tlsPort: 0 });
  expect(readConfig(['--port', '65500'], {})).toMatchObject({ tlsPort: 0 });
  expect(readConfig(['--port', '0'], { TLS_PORT: '443' })).toMatchObject({ tlsPort: 443 });
  expect(readConfig(['--tls-cert', '/tmp/c.pem', '--tls-key', '/tmp/k.pem'], {})).toMatchObject({
    tls: { cert: '/tmp/c.pem', key: '/tmp/k.pem' },
  });
  expect(readConfig(['--tls-port', 'x'], { TLS_KEY: 'k.pem' })).toEqual({
    faults: [
      '--tls-port (TLS_PORT) is "x", expected a whole number from 0 to 65535.',
      '--tls-cert (TLS_CERT) and --tls-key (TLS_KEY) go together: the certificate and its key.',
    ],
  });
});
