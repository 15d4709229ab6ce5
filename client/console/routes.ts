/** Which page an address shows. */
export type Page =
  | { page: 'home' }
  | { page: 'editor'; id: string }
  | { page: 'results'; id: string }
  | { page: 'waves'; id: string }
  | { page: 'report'; id: string }
  | { page: 'concerns'; id: string }
  | { page: 'alone'; id: string }
  | { page: 'paper'; id: string }
  | { page: 'live'; id: string }
  | { page: 'wall'; id: string }
  | { page: 'slips'; id: string }
  | { page: 'talk'; id: string }
  | { page: 'themes'; id: string }
  | { page: 'secondCoder'; id: string }
  | { page: 'caseStudies'; id: string }
  | { page: 'readBack'; id: string }
  | { page: 'readBackWindow'; id: string }
  | { page: 'recommendations'; id: string }
  | { page: 'told'; id: string }
  | { page: 'sources'; id: string }
  | { page: 'interview'; id: string }
  | { page: 'heard'; id: string }
  | { page: 'staff' | 'log' | 'laptop' };

/** Reads the path of an address; anything unknown is the home page. */
export function pageAt(path: string): Page {
  const [root, kind, id, part, ...rest] = path.split('/').filter((piece) => piece !== '');
  if (root === 'console' && id === undefined && (kind === 'staff' || kind === 'log' || kind === 'laptop'))
    return { page: kind };
  if (root !== 'console' || id === undefined || rest.length > 0) return { page: 'home' };
  if (kind === 's' && part === undefined) return { page: 'live', id };
  if (kind === 's' && part === 'wall') return { page: 'wall', id };
  if (kind === 's' && part === 'slips') return { page: 'slips', id };
  if (kind === 's' && part === 'talk') return { page: 'talk', id };
  if (kind === 'c' && part === 'themes') return { page: 'themes', id };
  if (kind === 'c' && part === 'second-coder') return { page: 'secondCoder', id };
  if (kind === 'c' && part === 'case-studies') return { page: 'caseStudies', id };
  if (kind === 'c' && part === 'read-back') return { page: 'readBack', id };
  if (kind === 'c' && part === 'read-back-window') return { page: 'readBackWindow', id };
  if (kind === 'c' && (part === 'recommendations' || part === 'told')) return { page: part, id };
  if (kind === 'c' && part === 'sources') return { page: 'sources', id };
  if (kind === 'c' && part === 'interview') return { page: 'interview', id };
  if (kind === 'c' && part === 'heard') return { page: 'heard', id };
  if (kind === 'c' && part === undefined) return { page: 'editor', id };
  if (kind === 'c' && part === 'results') return { page: 'results', id };
  if (kind === 'c' && part === 'waves') return { page: 'waves', id };
  if (kind === 'c' && part === 'report') return { page: 'report', id };
  if (kind === 'c' && part === 'alone') return { page: 'alone', id };
  if (kind === 'c' && part === 'concerns') return { page: 'concerns', id };
  if (kind === 'c' && part === 'paper') return { page: 'paper', id };
  return { page: 'home' };
}
