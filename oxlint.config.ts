/**
 * What the linter holds, and above all who may import whom (see ARCHITECTURE.md).
 *
 * A later override takes the place of an earlier one for the same rule, so each folder's list of
 * imports is whole.
 */
import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';

interface Ban {
  readonly regex?: string;
  readonly group?: string[];
  readonly message: string;
  readonly allowTypeImports?: boolean;
}

const noClient: Ban = {
  regex: '(^|/)client/',
  message: 'Neither core/ nor server/ imports the client: a screen gets what it needs over the wire.',
};

const core: Ban[] = [
  {
    regex: '(^|/)(client|server|build|bench|tests|templates|data)/',
    message: 'core/ imports only core/: the rules must not know who asks them.',
  },
  {
    group: ['**', '!./**', '!../**'],
    message:
      'core/ imports only core/: no I/O, no clock, no random; take what you need as an argument. ' +
      '(valibot: only in core/schema*.ts and core/consultationFile.ts.)',
  },
];

const coreSchemas: Ban[] = core.map((ban) =>
  ban.group ? { ...ban, group: [...ban.group, '!valibot'] } : ban,
);

/** The chart's definition names the types of the library that draws it; the library itself is not loaded. */
const coreChart: Ban[] = [
  // Stands first: a pattern that lets a name through ends the search.
  {
    regex: '^chart\\.js',
    allowTypeImports: true,
    message: 'core/chart/ has only types of chart.js: whoever draws brings the library.',
  },
  ...core.map((ban) => (ban.group ? { ...ban, group: [...ban.group, '!chart.js'] } : ban)),
];

const client: Ban[] = [
  {
    regex: '(^|/)(server|build|bench|tests)/',
    message: 'The client imports only the client and core/: what it shares with the server belongs in core/.',
  },
  { regex: '^node:', message: 'A browser has no node: modules.' },
  {
    regex: '^preact/compat',
    message:
      'It makes onChange of every field mean each letter; client/shared/memo.ts draws a part anew only if need be.',
  },
];

const noCharts: Ban = {
  regex: '^chart\\.js|^\\.\\.?/(.*/)?chart/',
  message:
    'The phone carries no chart library, which would triple what it loads: client/shared/chart/ is for the others.',
};

function noScreens(...screens: string[]): Ban {
  return {
    regex: `^\\.\\./(\\.\\./)*(${screens.join('|')})/`,
    message: 'Screens do not import each other: what two of them need belongs in client/shared/.',
  };
}

const noDatabase: Ban = {
  regex: '^(better-sqlite3|kysely)(/|$)',
  message: "Only server/store/ knows the database: ask the store's port.",
};

const noAdapter: Ban = {
  regex: '(^|/)store/(sqlite|postgres)(/|\\.)',
  message: "Only the app that puts the parts together chooses what implements the store's port.",
};

const use: Ban[] = [
  noClient,
  noDatabase,
  noAdapter,
  {
    regex: '^(express|socket\\.io)',
    message: 'A use case knows neither the web nor sockets: http/ and live/ call it with plain values.',
  },
  {
    regex: '^\\.\\./(\\.\\./)*(http|live)/',
    message: 'http/ and live/ call use cases, never the other way.',
  },
];

const store: Ban[] = [
  noClient,
  {
    regex: '^(express|socket\\.io)',
    message: 'The store knows neither the web nor sockets: it answers promises.',
  },
  {
    regex: '^\\.\\./(\\.\\./)*((http|live|use|report|export|import)/|(app|main|config|cli)\\.ts$)',
    message: 'server/store/ imports only core/ and its own folder.',
  },
];

/** A page on plain http, which is what phones get on a local network, has none of these. */
const secureContextOnly = {
  randomUUID: 'crypto.randomUUID',
  subtle: 'crypto.subtle',
  clipboard: 'navigator.clipboard',
  serviceWorker: 'navigator.serviceWorker',
  wakeLock: 'navigator.wakeLock',
  locks: 'navigator.locks',
  caches: 'caches',
};

const secureContextBans = Object.entries(secureContextOnly).map(([property, what]) => ({
  property,
  message: `There is no ${what} on plain http, and phones join over a local network without a certificate.`,
}));

function imports(files: string[], patterns: Ban[]): OxlintOverride {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['node_modules', 'dist', 'dist-pack', 'var', 'coverage'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'max-lines': ['error', { max: 300 }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // The compiler's noImplicitReturns knows about exhaustive switches; this rule does not.
    'typescript/consistent-return': 'off',
    // Rows and parsed JSON have to be given their type somewhere.
    'typescript/no-unsafe-type-assertion': 'off',
    // express.static and Handlebars.create are meant to be called so.
    'import/no-named-as-default-member': 'off',
    // A small helper may stand next to its one use.
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    imports(['core/**'], core),
    imports(['core/chart/**'], coreChart),
    imports(['core/schema*.ts', 'core/consultationFile.ts'], coreSchemas),
    imports(['client/**'], client),
    imports(['client/phone/**'], [...client, noCharts, noScreens('console', 'projector', 'tablet')]),
    // A shared tablet is a phone that many people hold: it asks what a phone asks, with the phone's parts.
    imports(['client/tablet/**'], [...client, noCharts, noScreens('console', 'projector')]),
    imports(['client/console/**'], [...client, noScreens('phone', 'projector', 'tablet')]),
    imports(['client/projector/**'], [...client, noScreens('phone', 'console', 'tablet')]),
    imports(
      ['client/shared/**'],
      [...client, noCharts, noScreens('phone', 'console', 'projector', 'tablet')],
    ),
    imports(['client/shared/chart/**'], [...client, noScreens('phone', 'console', 'projector', 'tablet')]),
    imports(['server/**'], [noClient]),
    imports(['server/http/**', 'server/live/**'], [noClient, noDatabase, noAdapter]),
    imports(['server/use/**'], use),
    imports(['server/store/**'], store),
    {
      files: ['client/phone/**', 'client/tablet/**', 'client/shared/**', 'core/**'],
      rules: {
        'no-restricted-properties': ['error', ...secureContextBans],
        'no-restricted-globals': ['error', { name: 'caches', message: 'There is no caches on plain http.' }],
      },
    },
  ],
});
