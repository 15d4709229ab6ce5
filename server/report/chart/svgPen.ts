/**
 * A canvas that writes an SVG: the few calls that the chart makes, as short elements. Its texts are
 * outlines, so that the picture needs no font.
 */
import type { Box, Pen } from '../../../core/chart/pen.ts';
import type { Outlines } from './outlines.ts';
import { FINE, lengthOf } from './shortPath.ts';

type Look = Pick<
  Pen,
  'font' | 'textAlign' | 'textBaseline' | 'direction' | 'lineWidth' | 'lineCap' | 'fillStyle' | 'strokeStyle'
>;

/** Where nought is, and what is seen of what is drawn; null: everything. */
interface Place {
  x: number;
  y: number;
  clip: Box | null;
}

/** Texts whose letters stand side by side, each by itself, so that a picture needs each outline once. */
const SIMPLE = /^[ -~\u00a0-\u024f\u2010-\u2026]*$/u;

/** The context of the canvas. What it does not have, the chart does not call. */
export class SvgPen implements Pen {
  font = '';
  textAlign: Pen['textAlign'] = 'left';
  textBaseline: Pen['textBaseline'] = 'alphabetic';
  direction: Pen['direction'] = 'ltr';
  lineWidth = 1;
  lineCap: Pen['lineCap'] = 'butt';
  fillStyle: unknown = '#000000';
  strokeStyle: unknown = '#000000';
  readonly canvas: { width: number; height: number; getContext: () => SvgPen };
  readonly #outlines: Outlines;
  readonly #elements: string[] = [];
  readonly #clips = new Map<string, string>();
  readonly #glyphs = new Map<string, string>();
  readonly #saved: { look: Look; place: Place }[] = [];
  #place: Place = { x: 0, y: 0, clip: null };
  #path = new SvgPath();

  constructor(width: number, height: number, outlines: Outlines) {
    this.canvas = { width, height, getContext: () => this };
    this.#outlines = outlines;
  }

  /** Everything drawn, as what stands inside an `svg` element. */
  content(): string {
    return this.#elements.join('');
  }

  save(): void {
    const { font, textAlign, textBaseline, direction, lineWidth, lineCap, fillStyle, strokeStyle } = this;
    const look = { font, textAlign, textBaseline, direction, lineWidth, lineCap, fillStyle, strokeStyle };
    this.#saved.push({ look, place: { ...this.#place } });
  }
  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    Object.assign(this, saved.look);
    this.#place = saved.place;
  }
  setTransform(): void {
    this.resetTransform();
  }
  resetTransform(): void {
    this.#place.x = 0;
    this.#place.y = 0;
  }
  translate(x: number, y: number): void {
    this.#place.x += x;
    this.#place.y += y;
  }
  /** The picture begins empty; nothing in it is turned and no line dashed. */
  clearRect(): void {}
  rotate(): void {}
  setLineDash(): void {}

  beginPath(): void {
    this.#path = new SvgPath();
  }
  moveTo(x: number, y: number): void {
    this.#path.move(this.#place.x + x, this.#place.y + y);
  }
  lineTo(x: number, y: number): void {
    this.#path.line(this.#place.x + x, this.#place.y + y);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect({ x: this.#place.x + x, y: this.#place.y + y, width, height });
  }
  /** Only to a rectangle. */
  clip(): void {
    const { box } = this.#path;
    const { clip } = this.#place;
    this.#place.clip = clip === null ? box : overlap(box, clip);
  }
  fill(rule?: string): void {
    const even = rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.#add(`fill="${String(this.fillStyle)}"${even}`, this.#path, 0);
  }
  stroke(): void {
    const { strokeStyle, lineWidth, lineCap } = this;
    const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
    const width = ` stroke-width="${Math.round(100 * lineWidth) / 100}"`;
    this.#add(`fill="none" stroke="${String(strokeStyle)}"${width}${cap}`, this.#path, lineWidth / 2);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }
  measureText(text: string): { width: number } {
    return { width: this.#outlines.width(this.font, text) };
  }
  fillText(text: string, x: number, y: number): void {
    const { textAlign, fillStyle } = this;
    const before = { left: 0, start: 0, center: 0.5, right: 1, end: 1 }[textAlign];
    const left = this.#place.x + x - (before === 0 ? 0 : before * this.measureText(text).width);
    const top = place(this.#place.y + y);
    const fill = `fill="${String(fillStyle)}"`;
    if (!SIMPLE.test(text)) {
      const path = this.#outlines.path(this, text);
      if (path !== '') this.#elements.push(`<path ${fill} d="M${place(left)} ${top}${path}"/>`);
      return;
    }
    const letters = this.#outlines.letters(this.font, text).flatMap(({ letter, x: at }) => {
      const id = letter === ' ' ? null : this.#glyphOf(letter);
      return id === null ? [] : [`<use href="#${id}" x="${place(at)}"/>`];
    });
    if (letters.length > 0)
      this.#elements.push(`<g ${fill} transform="translate(${place(left)} ${top})">${letters.join('')}</g>`);
  }

  /** The name of a letter's outline, which is written where it is needed first; null: it leaves no ink. */
  #glyphOf(letter: string): string | null {
    const path = this.#outlines.path(this, letter);
    if (path === '') return null;
    let id = this.#glyphs.get(path);
    if (id === undefined) {
      id = `g${this.#glyphs.size + 1}`;
      this.#glyphs.set(path, id);
      this.#elements.push(`<defs><path id="${id}" d="${path}"/></defs>`);
    }
    return id;
  }

  #add(look: string, { d, box }: SvgPath, reach: number): void {
    if (d === '') return;
    const { clip } = this.#place;
    const cut = clip === null || holds(clip, box, reach) ? '' : ` clip-path="url(#${this.#clipOf(clip)})"`;
    this.#elements.push(`<path ${look}${cut} d="${d}"/>`);
  }

  /** The name of a clip, which is written where it is needed first. */
  #clipOf(box: Box): string {
    const path = new SvgPath();
    path.rect(box);
    let id = this.#clips.get(path.d);
    if (id === undefined) {
      id = `c${this.#clips.size + 1}`;
      this.#clips.set(path.d, id);
      this.#elements.push(`<clipPath id="${id}"><path d="${path.d}"/></clipPath>`);
    }
    return id;
  }
}

/** A path in relative steps, and the box it lies in. */
class SvgPath {
  d = '';
  #x = 0;
  #y = 0;
  #least = { x: Infinity, y: Infinity };
  #most = { x: -Infinity, y: -Infinity };

  get box(): Box {
    const { x, y } = this.#least;
    return { x, y, width: this.#most.x - x, height: this.#most.y - y };
  }
  move(x: number, y: number): void {
    this.#to('m', x, y);
  }
  line(x: number, y: number): void {
    this.#to('l', x, y);
  }
  rect({ x, y, width, height }: Box): void {
    this.move(x, y);
    const [w, h] = [steps(x + width) - this.#x, steps(y + height) - this.#y];
    this.d += `h${lengthOf(w)}v${lengthOf(h)}h${lengthOf(-w)}z`;
    this.#hold(x + width, y + height);
  }

  #to(command: 'm' | 'l', x: number, y: number): void {
    const [dx, dy] = [steps(x) - this.#x, steps(y) - this.#y];
    this.d += `${command}${lengthOf(dx)}${dy < 0 ? '' : ' '}${lengthOf(dy)}`;
    this.#x += dx;
    this.#y += dy;
    this.#hold(x, y);
  }

  #hold(x: number, y: number): void {
    this.#least = { x: Math.min(this.#least.x, x), y: Math.min(this.#least.y, y) };
    this.#most = { x: Math.max(this.#most.x, x), y: Math.max(this.#most.y, y) };
  }
}

const steps = (pixels: number): number => Math.round(FINE * pixels);
const place = (pixels: number): string => lengthOf(steps(pixels));

function overlap(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  return { x, y, width, height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}

function holds(outer: Box, inner: Box, reach: number): boolean {
  return (
    inner.x - reach >= outer.x &&
    inner.y - reach >= outer.y &&
    inner.x + inner.width + reach <= outer.x + outer.width &&
    inner.y + inner.height + reach <= outer.y + outer.height
  );
}
