/** The look of a report as HTML: by itself, on a screen in light and dark, and on paper. */

/**
 * The tokens that a picture of a board is painted with, so that it changes with the theme: those of src/renderer/ui/tokens.css,
 * which a test holds them to.
 */
export const reportTokens = {
  light: {
    paper: 'oklch(98.6% 0.004 85)',
    surface: 'oklch(99.6% 0.002 85)',
    line: 'oklch(90.5% 0.008 85)',
    'line-strong': 'oklch(80% 0.01 85)',
    ink: 'oklch(24% 0.012 70)',
    'ink-2': 'oklch(43% 0.012 70)',
    'ink-3': 'oklch(52% 0.012 70)',
    accent: 'oklch(45% 0.13 255)',
    company: 'oklch(49% 0.14 255)',
    organization: 'oklch(48% 0.09 195)',
    person: 'oklch(52% 0.13 52)',
    place: 'oklch(48% 0.11 148)',
    product: 'oklch(49% 0.16 305)',
    story: 'oklch(38% 0.012 70)',
    'company-soft': 'oklch(94.5% 0.026 255)',
    'organization-soft': 'oklch(94.5% 0.026 195)',
    'person-soft': 'oklch(95% 0.032 62)',
    'place-soft': 'oklch(95% 0.03 148)',
    'product-soft': 'oklch(94.8% 0.026 305)',
    'story-soft': 'oklch(94% 0.006 85)',
    link: 'oklch(62% 0.02 255)',
    'link-weak': 'oklch(84% 0.008 85)',
    found: 'oklch(92.5% 0.1 98)',
  },
  dark: {
    paper: 'oklch(19.5% 0.006 75)',
    surface: 'oklch(22.5% 0.007 75)',
    line: 'oklch(29.5% 0.008 75)',
    'line-strong': 'oklch(42% 0.01 75)',
    ink: 'oklch(92% 0.008 85)',
    'ink-2': 'oklch(76% 0.01 85)',
    'ink-3': 'oklch(69% 0.01 85)',
    accent: 'oklch(76% 0.1 255)',
    company: 'oklch(75% 0.1 255)',
    organization: 'oklch(77% 0.085 195)',
    person: 'oklch(78% 0.105 62)',
    place: 'oklch(78% 0.105 148)',
    product: 'oklch(77% 0.105 305)',
    story: 'oklch(82% 0.01 85)',
    'company-soft': 'oklch(31% 0.05 255)',
    'organization-soft': 'oklch(31% 0.04 195)',
    'person-soft': 'oklch(32% 0.045 62)',
    'place-soft': 'oklch(31% 0.04 148)',
    'product-soft': 'oklch(32% 0.05 305)',
    'story-soft': 'oklch(30% 0.008 75)',
    link: 'oklch(58% 0.025 255)',
    'link-weak': 'oklch(37% 0.008 75)',
    found: 'oklch(44% 0.085 92)',
  },
} as const satisfies Record<'light' | 'dark', Readonly<Record<string, string>>>;

const declared = (theme: keyof typeof reportTokens): string =>
  Object.entries(reportTokens[theme])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');

export const reportStyle = `
:root { color-scheme: light dark; ${declared('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${declared('dark')} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 "Source Serif 4", Georgia, serif; }
main { max-width: 46rem; margin: 0 auto; padding: 4rem 1.5rem 6rem; }
h1, h2, h3, header p, .facts, .type, .sources, cite { font-family: Inter, system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { margin: 3.5rem 0 1rem; font-size: 1.15rem; font-weight: 600; }
h3 { margin: 2.25rem 0 .25rem; font-size: 1rem; line-height: 1.4; font-weight: 600; overflow-wrap: anywhere; }
h3 .words { font-weight: 400; color: var(--ink-2); }
header p, .facts { margin: 0; color: var(--ink-2); font-size: .85rem; font-variant-numeric: tabular-nums; }
figure { margin: 2.5rem 0 0; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 10px; }
ul { margin: 0; padding: 0; list-style: none; }
ul ul { padding: .25rem 0 0 1.25rem; }
.plain li { margin: .25rem 0; }
.entities > li { margin: 0 0 1rem; }
.entities b { font-weight: 600; }
.type { display: inline-block; margin-left: .4rem; font-size: .75rem; color: var(--kind, var(--ink-2)); }
.type[data-type="company"] { --kind: var(--company); }
.type[data-type="organization"] { --kind: var(--organization); }
.type[data-type="person"] { --kind: var(--person); }
.type[data-type="place"] { --kind: var(--place); }
.type[data-type="product"] { --kind: var(--product); }
.type[data-type="story"] { --kind: var(--story); }
.note { margin: .5rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line-strong); white-space: pre-line; overflow-wrap: anywhere; }
blockquote { margin: .75rem 0; padding: 0 0 0 1rem; border-left: 3px solid var(--accent); overflow-wrap: anywhere; }
blockquote p { margin: 0; }
cite { font-style: normal; font-size: .8rem; color: var(--ink-2); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; overflow-wrap: anywhere; }
.number { font-family: Inter, system-ui, sans-serif; font-size: .75rem; vertical-align: .25em; text-decoration: none; }
.sources { padding-left: 2.5rem; font-size: .85rem; }
.sources li { margin: .4rem 0; padding-left: .25rem; }
.sources li:target { background: var(--company-soft); border-radius: 4px; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; background: none; }
  main { max-width: none; padding: 0; }
  figure svg { max-height: 22cm; background: var(--paper); }
  h2, h3 { break-after: avoid; }
  blockquote, .entities > li, figure { break-inside: avoid; }
  a { color: inherit; }
  @page { margin: 20mm; }
}
`;
