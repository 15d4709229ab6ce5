/** Holds files for qualitative analysis against the published schemas, which lie beside with their licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const schema = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'refi-qda', `refi-qda-${name}-1.0.xsd`), 'utf8');

/** What is wrong with it by the schema; nothing: it is valid. */
export async function schemaFaults(which: 'project' | 'codebook', xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'given.xml', contents: xml }],
    schema: [schema(which)],
  });
  return errors.map(({ message }) => message);
}
