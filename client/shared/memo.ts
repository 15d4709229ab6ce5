/**
 * A component that is drawn anew only when one of its properties is another one. Preact's own stands in its layer for
 * React, which as soon as it is loaded makes every `onChange` of a field mean each letter.
 */
import { Component, h, type ComponentChildren, type ComponentType, type FunctionComponent } from 'preact';

export function memo<P extends object>(draw: FunctionComponent<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differ(this.props, next) || differ(next, this.props);
    }
    // What it draws is a component of its own, which hooks and signals draw anew by themselves.
    override render(): ComponentChildren {
      return h(draw, this.props as P);
    }
  };
}

function differ<P extends object>(a: P, b: P): boolean {
  return Object.keys(a).some((name) => name !== 'children' && a[name as keyof P] !== b[name as keyof P]);
}
