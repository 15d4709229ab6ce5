/** Tails of the normal and the chi-square distribution, both from the incomplete gamma function. */

/** The logarithm of the gamma function for x > 0, by Lanczos (1964), g = 7 with nine terms; 14 digits. */
export function lnGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const y = x - 1;
  const sum = terms.reduce((s, term, i) => s + term / (y + i + 1), 0.99999999999980993);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularised upper incomplete gamma function Q(a, x): the series of Abramowitz and Stegun (1964)
 * 6.5.29 below a + 1, their continued fraction 6.5.31 above it.
 *
 * @param a above 0
 * @param x 0 or more
 * @returns 1 at x = 0, falling to 0
 */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; term > sum * 1e-17; i += 1) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

/** The continued fraction by the method of Lentz (1976, Applied Optics 15(3):668-671). */
function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16 || i > 10_000) return h;
  }
}

/** The share of the chi-square distribution with `df` degrees of freedom that lies above x. */
export function chiSquareAbove(x: number, df: number): number {
  return gammaQ(df / 2, x / 2);
}

/** The share of the normal distribution that lies above z. */
export function normalAbove(z: number): number {
  const tail = gammaQ(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** The share of the normal distribution that lies as far out as z, on both sides. */
export function normalBeyond(z: number): number {
  return gammaQ(0.5, (z * z) / 2);
}
