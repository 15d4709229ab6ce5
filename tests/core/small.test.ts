import { describe, expect, test } from '@jest/globals';
import { fullBucket, take } from '../../core/bucket.ts';
import { likelihood, orderAddresses, readLaptopAddress } from '../../core/address.ts';
import { isToken, readCode, showCode } from '../../core/id.ts';
import { DEFAULT_SCALE, middleOf, offers, scaleKey, toneOf, TONES, type Scale } from '../../core/scale.ts';

describe('limits', () => {
  test('P4 a bucket allows its burst, then its rate, and a clock that goes back gives nothing', () => {
    const bucket = fullBucket(3, 1000);
    const taken = [1000, 1000, 1000, 1000, 1100, 1200, 900].map((at) => take(bucket, 5, 3, at));
    expect(taken).toEqual([true, true, true, false, false, true, false]);
  });
});

describe('addresses', () => {
  test('O5 an address is read as it stands on the wall, and nobody is sent out of the room by one', () => {
    const here = { hostname: '192.0.2.20', port: '8080' };
    const read = (typed: string) => readLaptopAddress(typed, here);
    expect(read(' 192.168.1.21 ')).toBe('http://192.168.1.21:8080');
    expect(read('http://10.0.0.7:9000/j/BCD234')).toBe('http://10.0.0.7:9000');
    expect(read('192.0.2.21')).toBe('http://192.0.2.21:8080');
    expect(read('Hall-PC.local')).toBe('http://hall-pc.local:8080');
    expect(readLaptopAddress('172.16.0.9:80', here)).toBe('http://172.16.0.9');
    for (const bad of [
      '',
      'evil.example',
      '8.8.8.8',
      '192.168.1.999',
      'https://192.168.1.21',
      '192.168.1.21@evil.example',
      '172.32.0.1',
      'evil.example/192.168.1.21',
    ])
      expect([bad, read(bad)]).toEqual([bad, null]);
  });
});

describe('codes', () => {
  test('P5 a code is read as people type it and nothing else is one', () => {
    expect(readCode(' bcd-234 ')).toBe('BCD234');
    expect(readCode('bcd 23 4')).toBe('BCD234');
    for (const bad of ['', 'BCD23', 'BCD2345', 'BCD23O', 'BCD231', 'ÄÖÜ234'])
      expect(readCode(bad)).toBeNull();
    expect(showCode('BCD234')).toBe('BCD 234');
  });

  test('P5 a token has 22 symbols', () => {
    expect(isToken('A'.repeat(22))).toBe(true);
    expect([isToken('A'.repeat(21)), isToken(`${'A'.repeat(21)}=`)]).toEqual([false, false]);
  });
});

describe('scales', () => {
  const own = (labels: string[]): Scale => ({ kind: 'own', labels, declines: [] });

  test('F4 scales of different kinds have different keys', () => {
    const keys = [
      DEFAULT_SCALE,
      { ...DEFAULT_SCALE, kind: 'agreement-4' as const },
      own(['No', 'Yes']),
      own(['Never', 'Always']),
    ].map(scaleKey);
    expect(new Set(keys).size).toBe(4);
  });

  test('F1 a scale offers its codes and its ways to decline', () => {
    const four: Scale = { kind: 'agreement-4', declines: ['n'] };
    expect([1, 4, 5, 'n', 'x'].map((a) => offers(four, a as number | 'n' | 'x'))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect([middleOf(four), middleOf(DEFAULT_SCALE)]).toEqual([null, 3]);
  });

  test('F1 tones rise from disagree to agree, and agree looks the same on every scale', () => {
    for (const k of [2, 3, 4, 5, 6, 7]) {
      const scale = own(Array.from({ length: k }, (_, i) => String(i)));
      const tones = Array.from({ length: k }, (_, i) => toneOf(scale, i + 1));
      expect(tones).toEqual(tones.toSorted((a, b) => a - b));
      expect(new Set(tones).size).toBe(k);
    }
    expect(toneOf({ kind: 'agreement-3', declines: [] }, 3)).toBe(toneOf(DEFAULT_SCALE, 4));
  });

  test('E1 ink on every tone has a contrast of at least 6', () => {
    const light = (hex: string): number => {
      const [r, g, b] = [1, 3, 5].map((i) => {
        const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const { fill, ink } of TONES) {
      const [low, high] = [light(fill), light(ink)].toSorted((a, b) => a - b) as [number, number];
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('addresses', () => {
  test('P5 Wi-Fi and hotspots come before virtual adapters and link-local addresses', () => {
    const list = [
      { adapter: 'vEthernet (WSL)', address: '172.22.0.1' },
      { adapter: 'docker0', address: '172.17.0.1' },
      { adapter: 'eth0', address: '169.254.3.4' },
      { adapter: 'Ethernet', address: '192.168.0.7' },
      { adapter: 'Wi-Fi', address: '192.168.1.20' },
    ];
    expect(
      orderAddresses(list)
        .map((a) => a.adapter)
        .slice(0, 2),
    ).toEqual(['Wi-Fi', 'Ethernet']);
    for (const hotspot of [
      { adapter: 'bridge100', address: '192.168.2.1' },
      { adapter: 'Local Area Connection* 10', address: '192.168.137.1' },
      { adapter: 'wlp3s0', address: '10.42.0.1' },
      { adapter: 'en0', address: '172.20.10.2' },
    ])
      expect(likelihood(hotspot)).toBeGreaterThan(0);
  });
});
