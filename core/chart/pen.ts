/**
 * What the chart needs of a canvas, a browser's or the server's. `core/` has no DOM, so the few parts
 * that are used are named here; both kinds of context have them.
 */
export interface Pen {
  font: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';
  direction: 'ltr' | 'rtl' | 'inherit';
  save(): void;
  restore(): void;
  beginPath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
}

/** What texts are measured with; it need not draw. */
export type MeasuringPen = Pick<Pen, 'font' | 'measureText'>;

/** A rectangle in the canvas's logical pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
