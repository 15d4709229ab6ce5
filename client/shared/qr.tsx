/** A QR code, drawn as one SVG path: always dark on white, with the quiet zone that cameras need. */
import { encode } from 'uqr';

/** Modules of white around the code; the standard (ISO/IEC 18004) asks for four. */
const QUIET = 4;

/** The path of the dark modules in a grid of `size` x `size`, runs of a row joined. */
function qrPath(text: string): { d: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  let d = '';
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (row[x + run] === true) run += 1;
      if (run > 0) d += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  return { d, size };
}

/** @param label what the code is for, for those who cannot see it */
export function Qr({ text, label }: { text: string; label: string }) {
  const { d, size } = qrPath(text);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#ffffff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000000" d={d} />
    </svg>
  );
}
