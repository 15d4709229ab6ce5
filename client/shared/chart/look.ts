/** How the chart looks where it stands: it takes type, size and ink from the element it is drawn in. */
export interface ChartLook {
  /** Height of the picture in CSS pixels. */
  height: number;
  family: string;
  /** Size of its text in CSS pixels; everything else is measured in it. */
  size: number;
  ink: string;
  soft: string;
  line: string;
}

/** Reads the look off an element's computed style and the theme's variables. */
export function lookOf(element: Element): ChartLook {
  const style = getComputedStyle(element);
  const variable = (name: string): string => style.getPropertyValue(name).trim() || style.color;
  return {
    height: element.clientHeight,
    family: style.fontFamily,
    size: Number.parseFloat(style.fontSize),
    ink: style.color,
    soft: variable('--ink-soft'),
    line: variable('--line-soft'),
  };
}
