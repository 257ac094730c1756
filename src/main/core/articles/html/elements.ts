const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Elements whose content is never text of an article: they go with all that is in them. */
export const dropped = set(
  'script style noscript template svg iframe object canvas audio video map select textarea button datalist frameset noframes',
);

/** Elements without content. */
export const empty = set('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr');

/** Elements that begin and end a block of text. */
export const blocks = set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
   h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul`,
);

/** What an opening tag closes when it is the innermost open element: closing tags are often left out. */
export const closedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...blocks].map((name) => [name, set('p')] as const),
  ['li', set('li p')],
  ['dt', set('dt dd p')],
  ['dd', set('dt dd p')],
  ['tr', set('tr td th')],
  ['td', set('td th')],
  ['th', set('td th')],
  ['option', set('option')],
  ['a', set('a')],
]);

/** The same for the tree's parser, which closes less: its depth is reckoned with these. */
export const closedByParser: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[
    ...set(`h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p
      pre section table ul`),
  ].map((name) => [name, set('p')] as const),
  ['li', set('li')],
  ['dt', set('dt dd')],
  ['dd', set('dt dd')],
  ['tr', set('tr td th')],
  ['td', set('td th')],
  ['th', set('th')],
]);

/** Around an article, not of it: navigation, footers, asides, and the captions of pictures that are not shown. */
export const furniture = set('nav footer aside menu dialog search figcaption');
