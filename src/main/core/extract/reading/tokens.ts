/**
 * What a stretch of text without spaces is made of: its words and marks from left to right, nothing left out. Contractions are
 * two tokens (do|n't, it|’s), also possessives (Cook|’s); hyphens join only after some prefixes and beside digits; periods
 * stay with abbreviations. Time is that of the stretch times what backtracking may cost in it: callers bound its length.
 */
export const tokensOf = (stretch: string): string[] => {
  const tokens: string[] = [];
  for (let at = 0; at < stretch.length; ) {
    token.lastIndex = at;
    const found = token.exec(stretch);
    const text = found ? found[0] : (stretch[at] as string);
    at += text.length;
    if (found?.groups?.word === undefined) {
      tokens.push(text);
      continue;
    }
    const dotted = stretch[at] === '.' && takesPeriod(text);
    if (dotted) at += 1;
    splitWord(dotted ? `${text}.` : text, tokens);
  }
  return tokens;
};

const address = String.raw`(?:(?:https?|ftp):\/\/|www\.)[^\s"“”<>]*[\p{L}\p{N}/_#=]|[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+`;
const handle = String.raw`@\w+|#[a-zA-Z]\w*`;
const currency = String.raw`(?:US|HK|NZ|NT|[ACSR])?\$+|[€£¥₹₩₽₨]+`;
const time = String.raw`\d{1,2}(?:[:.]?[0-5]\d)?[aApP](?:[mM]|\.[mM]\.?)(?![\p{L}\p{N}])`;
const counted = String.raw`['’]?\d0s(?![\p{L}\p{N}])|[12]\d\d0s(?![\p{L}\p{N}])|\d[\d,]*(?:st|nd|rd|th)(?![\p{L}\p{N}])`;
const number = String.raw`(?<![\p{L}\p{N}])[+-]?\d+(?:[.,\-/:]\d+)*|\d+(?:[.,\-/:]\d+)*`;
const word = String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}\u2060]*(?:[.\-–‐'’&][\p{L}\p{N}][\p{L}\p{M}\p{N}\u2060]*)*)`;
const marks = String.raw`\.{2,}|--+|––+`;
const token = new RegExp([address, handle, currency, time, counted, number, word, marks, '[^]'].join('|'), 'yu');

const set = (line: string): ReadonlySet<string> => new Set(line.split(' '));

/** Abbreviations that keep their period, in small letters. */
const abbreviations = set(
  'ala anon approx apr apt ariz ark assoc aug ave brig calif capt co col colo conn corp ct dec del dr esq etc feb fig figs fla fri ft gen gov hon inc ind jan jr jul jun kan kans ky lb llp lt ltd mar mass messrs mich minn miss mo mon mont mr mrs ms mt neb nebr nev no nos nov oct okla ore oz pa pct pp prof pt pty rd rep reps rev rs sat sen sep sept sgt shri sr st ste tenn tex thu tue va viz vs vt wash wed wis wisc wyo yd',
);
/** Of these the ones that are words without a capital. */
const alsoWords = set('ala ark ave co col del fig figs gen ill ind mar mass miss mo no nos pa pct pt rep sat sen wash wed');

const shortForm = /^(?:[A-Za-z\u00C0-\u017F]\.)*[A-Za-z\u00C0-\u017F]$/;

const takesPeriod = (text: string): boolean => {
  if (text.length > 8) return false;
  if (shortForm.test(text)) return true;
  const lower = text.toLowerCase();
  return abbreviations.has(lower) && !(lower === text && alsoWords.has(lower));
};

const contraction = /^(.+?)(n['’]t|['’](?:s|ll|ve|re|m|d))$/iu;

const splitWord = (text: string, tokens: string[]): void => {
  if (text.length < 3) {
    tokens.push(text);
    return;
  }
  const parts = /['’]/.test(text) ? contraction.exec(text) : null;
  if (parts?.[1] && parts[2]) {
    splitWord(parts[1], tokens);
    tokens.push(parts[2]);
  } else if (text.toLowerCase() === 'cannot') tokens.push(text.slice(0, 3), text.slice(3));
  else if (text.includes('.')) splitAtPeriods(text, tokens);
  else splitAtHyphens(text, tokens);
};

/** Not the period of "GPT-4.5". */
const betweenWords = /(?<!\d)\.|\.(?!\d)/;
const leadingInitials = /^(?:\p{Lu}\.)+(?=\p{L}{2})/u;

const splitAtPeriods = (text: string, tokens: string[]): void => {
  if (text.endsWith('.') || shortForm.test(text)) {
    tokens.push(text);
    return;
  }
  const initials = leadingInitials.exec(text)?.[0] ?? '';
  if (initials !== '') tokens.push(initials);
  for (const [i, part] of text.slice(initials.length).split(betweenWords).entries()) {
    if (i > 0) tokens.push('.');
    splitAtHyphens(part, tokens);
  }
};

/** Prefixes and last parts that a hyphen joins to the word. */
const prefixes = set(
  'e a u x anti agro be bi bio co counter cross cyber de eco ex extra inter intra macro mega micro mid mini multi neo non over pan para peri post pre pro pseudo quasi re semi sub super tri ultra un uni vice',
);
const lastParts = set('esque fest fold gate itis less most rama wise');
const hyphen = /([-–‐])/;
/** "ex-Google": what follows the prefix is a name. */
const prefixedName = /^\p{Ll}+[-‐–]\p{Lu}[\p{L}\p{N}]*$/u;

const splitAtHyphens = (text: string, tokens: string[]): void => {
  if (!hyphen.test(text)) {
    tokens.push(text);
    return;
  }
  const parts = text.split(hyphen);
  const first = (parts[0] ?? '').toLowerCase();
  const last = (parts[parts.length - 1] ?? '').toLowerCase();
  const whole = /\d/.test(text) || ((prefixes.has(first) || lastParts.has(last)) && !prefixedName.test(text));
  if (whole) tokens.push(text);
  else tokens.push(...parts);
};
