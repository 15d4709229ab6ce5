/** How the chart looks on a screen: it takes type, size and ink from the element it is drawn in. */
import type { ChartLook } from '../../../core/chart/look.ts';

/** Reads the look off an element's computed style and the theme's variables. */
export function lookOf(element: Element, hatched: boolean): ChartLook {
  const style = getComputedStyle(element);
  const variable = (name: string): string => style.getPropertyValue(name).trim() || style.color;
  const size = Number.parseFloat(style.fontSize);
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    family: style.fontFamily,
    size,
    ink: style.color,
    soft: variable('--ink-soft'),
    line: variable('--line-soft'),
    hatched,
    around: { top: 0, right: 2, bottom: 2, left: 2 },
    nameLines: 2,
    thickest: size * 5.5,
  };
}
