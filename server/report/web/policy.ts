/** What the report's page lets a browser do: show itself, and nothing else. */

/** The policy of a page with this style sheet. */
export function policyFor(styleHash: string): string {
  const rules = ["default-src 'none'", `style-src 'sha256-${styleHash}'`, 'img-src data:', 'font-src data:'];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join('; ');
}

/** The policy that stands in a page, for a server that sends it as a header too. */
export function policyOf(page: string): string {
  const hash = /style-src (?:'|&#x27;)sha256-([A-Za-z0-9+/]+(?:=|&#x3D;)*)/u.exec(page)?.[1] ?? '';
  return policyFor(hash.replaceAll('&#x3D;', '='));
}
