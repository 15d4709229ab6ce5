/** How a chart looks where it stands. All lengths are logical pixels. */
export interface ChartLook {
  /** Of the whole canvas. */
  width: number;
  height: number;
  family: string;
  /** Size of the text; everything else is measured in it. */
  size: number;
  ink: string;
  soft: string;
  line: string;
  /** Patterns over the colours, which stay apart on a printer that has only black. */
  hatched: boolean;
  /** What is left free around the bars for others to draw in. */
  around: { top: number; right: number; bottom: number; left: number };
  /** A row's name breaks over at most this many lines. */
  nameLines: number;
  /** A bar is never thicker. */
  thickest: number;
}

/** The setting of a font: bold for numbers and heads. */
export function fontOf(look: Pick<ChartLook, 'family'>, size: number, bold = false): string {
  return `${bold ? 700 : 400} ${size}px ${look.family}`;
}
