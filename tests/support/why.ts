/** What is waited for in vain on a page says why: what the page shows, and what it was answered. */
import type { BrowserContext, ConsoleMessage, Locator, Page, Request } from 'playwright-core';

/** Milliseconds for what a page tells of itself: one whose script never ends tells nothing. */
const TELLS_MS = 5000;
/** Letters of a page, and requests that were answered well; of those that were not all are told. */
const [LETTERS, ANSWERED] = [1500, 12];

const WAYS = ['waitFor', 'click', 'tap', 'fill', 'check'] as const;

type Waiting = (this: Locator, ...how: unknown[]) => Promise<unknown>;

const told = new WeakSet<object>();

/** From now on, for all pages: Playwright alone says what it waited for, and not what was there instead. */
export function sayWhy(context: BrowserContext): BrowserContext {
  context.on('page', (page) => {
    const waits = Object.getPrototypeOf(page.locator('html')) as Record<(typeof WAYS)[number], Waiting>;
    if (told.has(waits)) return;
    told.add(waits);
    for (const way of WAYS) {
      const wait = waits[way];
      waits[way] = async function (...how) {
        try {
          return await wait.apply(this, how);
        } catch (error) {
          if (error instanceof Error && error.name === 'TimeoutError')
            error.stack = withAccount(error.stack ?? '', await account(this.page()));
          throw error;
        }
      };
    }
  });
  return context;
}

/** Between what happened and where, without this file: who reads it looks for the line of the test. */
function withAccount(stack: string, text: string): string {
  const lines = stack.split('\n').filter((line) => !line.includes(import.meta.filename));
  const where = lines.findIndex((line) => /^\s+at /.test(line));
  return [...lines.slice(0, where), text, ...lines.slice(where)].join('\n');
}

async function account(page: Page): Promise<string> {
  const parts: [string, () => Promise<string[]>][] = [
    ['It shows', async () => [(await page.evaluate(shown)).slice(0, LETTERS)]],
    ['Its scripts said', async () => (await page.consoleMessages()).map(said)],
    ['Its scripts threw', async () => (await page.pageErrors()).map(({ message }) => message)],
    ['It asked', async () => asked(await page.requests())],
  ];
  const all = await Promise.all(
    parts.map(async ([title, tell]) => `  ${title}:\n${(await inTime(tell())).map(indented).join('\n')}`),
  );
  return [`The page at ${page.url()}`, ...all].join('\n');
}

/** Run in the page. */
function shown(): string {
  const { readyState, visibilityState, title, body } = document;
  return `(${readyState}, ${visibilityState}) ${title}\n${body.innerText}`;
}

function said(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()}`;
}

function asked(requests: readonly Request[]): string[] {
  const all = requests.map((request) => {
    const status = request.existingResponse()?.status();
    const well = status !== undefined && status < 400;
    // Without what is after the #, which may be a secret.
    const of = `${request.method()} ${request.url().split('#')[0]}`;
    return { well, line: `${of}: ${status ?? request.failure()?.errorText ?? 'no answer'}` };
  });
  const newest = new Set(all.filter(({ well }) => well).slice(-ANSWERED));
  return all.filter((one) => !one.well || newest.has(one)).map(({ line }) => line);
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

async function inTime(tells: Promise<string[]>): Promise<string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string[]>((done) => {
    timer = setTimeout(() => done(['(it does not tell)']), TELLS_MS);
  });
  return Promise.race([
    tells.catch((error: unknown) => [`(it does not tell: ${String(error)})`]),
    late,
  ]).finally(() => clearTimeout(timer));
}
