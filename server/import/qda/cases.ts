/** Cases with the values of their variables. */
import { ATTRIBUTE_TYPES, type QdaAttribute, type QdaCase } from '../../../core/qda/types.ts';
import { idOf, refOf } from './ids.ts';
import { child, children, type Element } from './xml.ts';

type Variable = Pick<QdaAttribute, 'name' | 'type'>;

export function variablesIn(list: Element | undefined): Map<string, Variable> {
  return new Map(
    children(list, 'Variable').map((one) => {
      const type = ATTRIBUTE_TYPES.find((known) => known === one.attributes['typeOfVariable']) ?? 'Text';
      return [idOf(one), { name: one.attributes['name'] ?? '', type }];
    }),
  );
}

/** Values of a source or a case; one of a variable that is not there is passed over. */
export function attributesIn(of: Element, variables: ReadonlyMap<string, Variable>): QdaAttribute[] {
  return children(of, 'VariableValue').flatMap((one) => {
    const ref = child(one, 'VariableRef');
    const variable = ref === undefined ? undefined : variables.get(refOf(ref));
    const value = one.children.find(({ name }) => name.endsWith('Value'))?.text ?? '';
    return variable === undefined || value === '' ? [] : [{ ...variable, value }];
  });
}

/** @param known ids of sources and selections; what points elsewhere is passed over */
export function caseIn(
  one: Element,
  variables: ReadonlyMap<string, Variable>,
  known: ReadonlySet<string>,
): QdaCase {
  const refs = (name: string): string[] =>
    children(one, name)
      .map(refOf)
      .filter((id) => known.has(id));
  return {
    id: idOf(one),
    name: one.attributes['name'] ?? '',
    description: child(one, 'Description')?.text ?? '',
    attributes: attributesIn(one, variables),
    sources: refs('SourceRef'),
    selections: refs('SelectionRef'),
  };
}
